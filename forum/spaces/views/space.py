"""The settings of a space, for those who run it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.spaces.actions.space import change_manner, name_space, open_space
from forum.spaces.forms import NameForm, OpeningForm, SettingsForm
from forum.spaces.models import Space
from forum.spaces.rules import can_name_stewards, can_open_space, can_run_space
from network.access.answers import refuse
from network.access.visible import can_see, find, hide_unless

SETTINGS = "forum/spaces/space/settings.html"
NEW = "forum/spaces/space/new.html"
NAME = "forum/spaces/space/name.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form for a new space. For everybody else there is no such page."""
    hide_unless(can_open_space(request.viewer))
    form = OpeningForm(request.POST if request.method == "POST" else None)
    if request.method == "GET":
        return render(request, NEW, {"form": form})
    if not form.is_valid():
        return refuse(request, NEW, {"form": form})
    space = open_space(by=request.viewer, **form.cleaned_data)
    if can_see(request.viewer, space):
        return redirect("space_settings", space.public_id)
    # Opened for people one is none of: from now on it is theirs, and its address is too.
    return render(request, "forum/spaces/space/opened.html", {"space": space})


@require_http_methods(["GET", "POST"])
def name(request: HttpRequest, public_id: str) -> HttpResponse:
    """What the space is called, for whoever runs it."""
    space = find(Space, request.viewer, public_id)
    hide_unless(can_run_space(request.viewer, space))
    form = NameForm(request.POST if request.method == "POST" else None, initial=vars(space))
    if request.method == "GET":
        return render(request, NAME, {"space": space, "form": form})
    if not form.is_valid():
        return refuse(request, NAME, {"space": space, "form": form})
    name_space(by=request.viewer, space=space, **form.cleaned_data)
    return redirect("space", public_id)


@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who writes in a space, how fast, and when. For everybody else there is no such page."""
    space = find(Space, request.viewer, public_id)
    hide_unless(can_run_space(request.viewer, space))
    form = SettingsForm(request.POST if request.method == "POST" else None, space=space, viewer=request.viewer)
    if request.method == "GET":
        can_name = can_name_stewards(request.viewer)
        return render(request, SETTINGS, {"space": space, "form": form, "can_name": can_name})
    if not form.is_valid():
        return refuse(request, SETTINGS, {"space": space, "form": form})
    change_manner(by=request.viewer, space=space, manner=form.manner())
    return redirect("space", space.public_id)
