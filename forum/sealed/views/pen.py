"""What moderators do about a pen: let it rest. They see its name and nothing behind it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from forum.sealed.actions.pause import lift_pen_pause, pause_pen
from forum.sealed.forms import SPANS, PenPauseForm
from forum.sealed.models import Seal
from forum.sealed.rules import can_keep_pens, resting_until
from forum.talk.models import Message
from network.access.answers import refuse
from network.access.visible import hide_unless

DETAIL = "forum/sealed/pen/detail.html"


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """A pen, by one of its messages, and a form to pause it."""
    seal = find_pen(request, public_id)
    form = PenPauseForm(request.POST or None)
    context = {"seal": seal, "message_id": public_id, "form": form, "until": resting_until(seal)}
    if request.method == "GET":
        return render(request, DETAIL, context)
    if not form.is_valid():
        return refuse(request, DETAIL, context)
    words = form.cleaned_data
    pause_pen(by=request.viewer, seal=seal, span=SPANS[words["span"]], reason=words["reason"])
    return redirect("pen", public_id)


@require_POST
def lift(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let it write again."""
    lift_pen_pause(by=request.viewer, seal=find_pen(request, public_id))
    return redirect("pen", public_id)


def find_pen(request: HttpRequest, public_id: str) -> Seal:
    """The pen of a message, for moderators and owners, whether or not the room is theirs: its name is all they see."""
    hide_unless(can_keep_pens(request.viewer))
    message = get_object_or_404(Message.objects.exclude(pen_name=""), public_id=public_id)
    return get_object_or_404(Seal.objects.of_message(message))
