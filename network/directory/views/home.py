"""The first page of a member, and of somebody who has a desk alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from network.directory.actions.profile import ensure_profile
from network.directory.seen import newcomers_for
from network.notices.models import Notice
from network.notices.shown import still_shown

MOST_UNREAD = 20


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What needs an answer, then what is new. Other rooms' parts come as template tags."""
    is_member = request.viewer.is_member
    # Counted as the list shows them: a number for what may no longer be known would tell of it.
    unread = Notice.objects.visible_to(request.viewer).unread().select_related("person").order_by("-told_at", "-pk")
    context = {
        "profile": ensure_profile(person=request.user) if is_member else None,
        "unread": len(still_shown(list(unread[:MOST_UNREAD]))),
        "newcomers": newcomers_for(request.viewer) if is_member else [],
        "greeting": greeting(timezone.localtime().hour),
    }
    return render(request, "network/directory/home/index.html", context)


def greeting(hour: int) -> str:
    if 5 <= hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= hour < 18 else "Good evening"


@require_GET
def you(request: HttpRequest) -> HttpResponse:
    """Everything that is one's own: profile, shield, account."""
    return render(request, "network/directory/home/you.html", {})
