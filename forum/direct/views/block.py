"""Whom one has blocked, blocking somebody, and ending that."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.direct.actions.block import block_person, unblock_person
from forum.direct.lists import people_known_to
from network.access.visible import hide_unless
from network.people.models import Block


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """One's own list, and nobody else's."""
    hide_unless(request.viewer.is_member)
    blocks = Block.objects.filter(person_id=request.viewer.person_id).select_related("other").order_by("-pk")
    return render(request, "forum/direct/block/list.html", {"blocks": blocks})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, person_id: str) -> HttpResponse:
    """What it means, and done."""
    hide_unless(request.viewer.is_member)
    person = get_object_or_404(people_known_to(request.viewer), public_id=person_id)
    if request.method == "GET":
        return render(request, "forum/direct/block/new.html", {"person": person})
    block_person(by=request.viewer, person=person)
    return redirect("blocks")


@require_POST
def lift(request: HttpRequest, person_id: str) -> HttpResponse:
    """End it."""
    mine = Block.objects.filter(person_id=request.viewer.person_id).select_related("other")
    unblock_person(by=request.viewer, person=get_object_or_404(mine, other__public_id=person_id).other)
    return redirect("blocks")
