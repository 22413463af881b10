"""What the moderators have done about oneself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from forum.concerns.models import Measure
from network.access.visible import hide_unless


@require_GET
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """What it is, why, until when, and how to appeal. One's own alone."""
    measure = Measure.objects.told_to(request.viewer).filter(public_id=public_id).first()
    hide_unless(measure is not None)
    return render(request, "forum/concerns/measure/detail.html", {"measure": measure})
