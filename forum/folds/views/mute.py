"""Whom one has muted, and reading them again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from forum.folds.actions.fold import read_again
from network.access.visible import hide_unless
from network.people.models import Mute


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """One's own list, and nobody else's."""
    hide_unless(request.viewer.is_member)
    mutes = Mute.objects.filter(person_id=request.viewer.person_id).select_related("other").order_by("-pk")
    return render(request, "forum/folds/mute/list.html", {"mutes": mutes})


@require_POST
def lift(request: HttpRequest, person_id: str) -> HttpResponse:
    """Read somebody again."""
    mine = Mute.objects.filter(person_id=request.viewer.person_id).select_related("other")
    read_again(by=request.viewer, person=get_object_or_404(mine, other__public_id=person_id).other)
    return redirect("muted")
