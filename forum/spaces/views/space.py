"""The settings of a space, for those who run it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.spaces.actions.space import change_manner
from forum.spaces.forms import SettingsForm
from forum.spaces.models import Space
from forum.spaces.rules import can_name_stewards, can_run_space
from network.access.answers import refuse
from network.access.visible import find, hide_unless

SETTINGS = "forum/spaces/space/settings.html"


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
