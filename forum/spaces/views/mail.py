"""How often mail tells somebody of each space."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.spaces.forms import SpaceMailForm
from network.access.answers import refuse
from network.access.visible import hide_unless
from network.notices.actions.preference import choose_for_places

EDIT = "forum/spaces/mail/edit.html"


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """Choose, and see what was chosen. Spaces one does not read are not there."""
    hide_unless(request.viewer.is_member)
    form = SpaceMailForm(request.POST if request.method == "POST" else None, viewer=request.viewer)
    if request.method == "GET":
        return render(request, EDIT, {"form": form, "is_saved": request.GET.get("saved") == "1"})
    if not form.is_valid():
        return refuse(request, EDIT, {"form": form})
    choose_for_places(by=request.viewer, paces=form.paces())
    return redirect(f"{request.path}?saved=1")
