"""Who moderates one space: the list, naming one more, and ending it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.oversight.actions.moderator import AlreadyModerates, name_moderator, release_moderator
from forum.oversight.forms import EndingForm, ModeratorForm
from forum.oversight.lists import appointments, roles_of_moderators
from forum.oversight.rules import can_oversee
from network.access.answers import refuse
from network.access.visible import Refused, hide_unless

LIST, ENDING = "forum/oversight/moderator/list.html", "forum/oversight/moderator/ending.html"


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """Those there are, and a form to name one more."""
    hide_unless(can_oversee(request.viewer))
    form = ModeratorForm(request.POST if request.method == "POST" else None, viewer=request.viewer)
    context = {"form": form, "appointments": appointments(request.viewer)}
    if request.method == "GET" or not form.is_valid():
        return render(request, LIST, context, status=200 if request.method == "GET" else 422)
    try:
        name_moderator(by=request.viewer, **form.appointment())
    except (AlreadyModerates, Refused) as problem:
        form.add_error("name", str(problem))
        return refuse(request, LIST, context, status=409)
    return redirect("moderators")


@require_http_methods(["GET", "POST"])
def ending(request: HttpRequest, person_id: str, space_id: str) -> HttpResponse:
    """Why it ends. It does at once."""
    hide_unless(can_oversee(request.viewer))
    role = roles_of_moderators(request.viewer).filter(person__public_id=person_id, scope=space_id).first()
    hide_unless(role is not None)
    form = EndingForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "person": role.person}
    if request.method == "GET" or not form.is_valid():
        return render(request, ENDING, context, status=200 if request.method == "GET" else 422)
    try:
        release_moderator(by=request.viewer, role=role, **form.cleaned_data)
    except Refused as problem:
        form.add_error(None, str(problem))
        return refuse(request, ENDING, context, status=409)
    return redirect("moderators")
