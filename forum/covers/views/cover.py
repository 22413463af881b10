"""What moderators have hidden of one's titles and profile, why, and how to appeal."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from forum.covers.models import Cover
from network.access.visible import hide_unless

MOST_LISTED = 100


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """One's own, and nobody else's."""
    hide_unless(request.viewer.is_member)
    covers = Cover.objects.visible_to(request.viewer).standing().order_by("-covered_at", "-pk")[:MOST_LISTED]
    return render(request, "forum/covers/list.html", {"covers": covers})
