"""The first page of a member, and of somebody who has a desk alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from network.directory.actions.profile import ensure_profile
from network.notices.models import Notice


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What needs an answer, then what is new. Other rooms' parts come as template tags."""
    profile = ensure_profile(person=request.user) if request.viewer.is_member else None
    unread = Notice.objects.visible_to(request.viewer).unread().count()
    return render(request, "network/directory/home/index.html", {"profile": profile, "unread": unread})


@require_GET
def you(request: HttpRequest) -> HttpResponse:
    """Everything that is one's own: profile, shield, account."""
    return render(request, "network/directory/home/you.html", {})
