"""The question of what changed, answered over plain HTTP: what every live element heals itself with."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from forum.spaces.models import Space
from forum.talk.changes import changes_since
from network.access.visible import find


@require_GET
def index(request: HttpRequest, public_id: str) -> JsonResponse:
    """The changes after a cursor in one space."""
    space = find(Space, request.viewer, public_id)
    changes = changes_since(request.viewer, space, request.GET.get("after", "")[:200] or None)
    frames = [change.as_dict() for change in changes.items]
    return JsonResponse({"frames": frames, "cursor": changes.cursor, "more": changes.more, "reset": changes.reset})
