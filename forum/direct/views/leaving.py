"""Leaving a conversation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.direct.actions.leaving import leave_conversation
from forum.direct.participants import company_in
from forum.talk.models import Thread
from network.access.audience import DIRECT
from network.access.visible import find


def find_conversation(request: HttpRequest, public_id: str) -> Thread:
    """The thread of a conversation, through sight; other threads have no such pages."""
    private = Thread.objects.select_related("space").filter(space__audience__startswith=DIRECT)
    return find(private, request.viewer, public_id)


@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, public_id: str) -> HttpResponse:
    """What it means, and out."""
    thread = find_conversation(request, public_id)
    if request.method == "POST":
        leave_conversation(by=request.viewer, thread=thread)
        return redirect("conversations")
    space = thread.space.public_id
    context = {"thread": thread, "company": company_in(request.viewer, [space])[space]}
    return render(request, "forum/direct/leaving/new.html", context)
