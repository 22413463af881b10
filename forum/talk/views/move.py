"""Moving a thread to another space."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.spaces.models import Space
from forum.spaces.rules import can_run_space
from forum.talk.actions.move import move_thread
from forum.talk.forms import MoveForm
from forum.talk.lists import spaces_to_move_to
from forum.talk.models import Thread
from network.access.answers import refuse
from network.access.visible import find, hide_unless

NEW = "forum/talk/move/new.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, public_id: str) -> HttpResponse:
    """Where to. For everybody who does not run its space there is no such page."""
    thread = find(Thread.objects.select_related("space"), request.viewer, public_id)
    hide_unless(can_run_space(request.viewer, thread.space))
    spaces = spaces_to_move_to(request.viewer, thread)
    form = MoveForm(request.POST if request.method == "POST" else None, spaces=spaces)
    context = {"thread": thread, "form": form, "spaces": spaces}
    if request.method == "GET":
        return render(request, NEW, context)
    if not form.is_valid():
        return refuse(request, NEW, context)
    move_thread(by=request.viewer, thread=thread, space=find(Space, request.viewer, form.cleaned_data["space"]))
    return redirect("thread", public_id)
