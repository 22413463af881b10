"""The stewards of a space, for those who name them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from forum.spaces.actions.steward import name_steward, release_steward
from forum.spaces.forms import StewardForm
from forum.spaces.models import Space
from forum.spaces.readers import stewards, stewards_seen_by
from forum.spaces.rules import can_name_stewards
from network.access.answers import refuse
from network.access.visible import find, hide_unless
from network.people.models import User

LIST = "forum/spaces/steward/list.html"


def find_to_name(request: HttpRequest, public_id: str) -> Space:
    """The space, for whoever names its stewards and may read it; for everybody else there is no such page."""
    space = find(Space.objects.rooms(), request.viewer, public_id)
    hide_unless(can_name_stewards(request.viewer))
    return space


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who keeps the space, and a form to name one more."""
    space = find_to_name(request, public_id)
    form = StewardForm(request.POST if request.method == "POST" else None, viewer=request.viewer, space=space)
    context = {"space": space, "form": form, "stewards": stewards_seen_by(request.viewer, space)}
    if request.method == "GET":
        return render(request, LIST, context)
    if not form.is_valid():
        return refuse(request, LIST, context)
    name_steward(by=request.viewer, space=space, person=form.cleaned_data["name"])
    return redirect("stewards", space.public_id)


@require_POST
def remove(request: HttpRequest, public_id: str, person_id: str) -> HttpResponse:
    """Release one of them."""
    space = find_to_name(request, public_id)
    kept_by = User.objects.filter(pk__in=stewards(space).values("person"))
    release_steward(by=request.viewer, space=space, person=get_object_or_404(kept_by, public_id=person_id))
    return redirect("stewards", space.public_id)
