"""What stands beside a talk's thread."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from forum.stage.lists import panel_for, sitting_for
from forum.stage.models import Sitting
from forum.talk.models import Thread
from network.access.answers import wants_fragment
from network.access.visible import find

INSIDE = "forum/stage/sitting/_inside.html"


def find_sitting(request: HttpRequest, public_id: str) -> Sitting:
    """The talk of a thread, through sight. Raises Http404 alike for a thread that is hidden, missing, or no talk."""
    sitting = sitting_for(find(Thread.objects.for_page(request.viewer), request.viewer, public_id))
    if sitting is None:
        raise Http404
    return sitting


def inside(request: HttpRequest, sitting: Sitting) -> dict:
    """What its fragment is drawn from."""
    panel = panel_for(request.viewer, sitting, is_paused=bool(sitting.thread.paused))
    return {"panel": panel, "thread": sitting.thread}


@require_GET
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """The panel as it stands now, for a page that is open; a browser is led to the thread."""
    sitting = find_sitting(request, public_id)
    if not wants_fragment(request):
        return redirect("thread", public_id)
    return render(request, INSIDE, inside(request, sitting))
