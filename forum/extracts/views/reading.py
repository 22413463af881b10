"""When more of a private conversation was read than was reported: for those in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from forum.extracts.lists import MOST_WIDER
from forum.extracts.models import Widening
from network.access.visible import hide_unless

MOST_LISTED = 100


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """One's own, the latest first: which offices, why and until when. Neither names nor who reported."""
    hide_unless(request.viewer.is_member)
    rows = Widening.objects.known_to(request.viewer).order_by("-decided_at", "-pk")[:MOST_LISTED]
    return render(request, "forum/extracts/reading/list.html", {"rows": rows, "most": MOST_WIDER})
