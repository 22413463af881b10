"""One's own pictures, while they wait for their message."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from forum.files.models import Upload
from forum.files.serving import send
from network.access.visible import find


@require_safe
def small(request: HttpRequest, public_id: str) -> HttpResponse:
    """The thumbnail beside the question what it shows, for whoever uploaded it."""
    return send(find(Upload, request.viewer, public_id), is_small=True)
