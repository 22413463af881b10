"""Inviting allies to answer in a thread, and ending that."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from forum.talk.actions.invitation import invite_allies
from forum.talk.models import Thread
from network.access.visible import find


@require_POST
def change(request: HttpRequest, public_id: str, is_open: bool) -> HttpResponse:
    """Let allies answer, or only listen: the address says which."""
    thread = find(Thread.objects.select_related("space"), request.viewer, public_id)
    invite_allies(by=request.viewer, thread=thread, is_open=is_open)
    return redirect("thread", thread.public_id)
