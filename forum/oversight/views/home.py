"""The way to what owners look at."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from forum.oversight.rules import can_oversee
from network.access.visible import hide_unless


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Links, and nothing to read."""
    hide_unless(can_oversee(request.viewer))
    return render(request, "forum/oversight/home/detail.html")
