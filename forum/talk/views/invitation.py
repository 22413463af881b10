"""Inviting allies to answer in a thread, and ending that."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from forum.talk.actions.invitation import end_invitation, invite_allies
from forum.talk.models import Thread
from network.access.visible import find


@require_POST
def create(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let allies answer."""
    thread = find(Thread.objects.select_related("space"), request.viewer, public_id)
    invite_allies(by=request.viewer, thread=thread)
    return redirect("thread", thread.public_id)


@require_POST
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let them only listen."""
    thread = find(Thread.objects.select_related("space"), request.viewer, public_id)
    end_invitation(by=request.viewer, thread=thread)
    return redirect("thread", thread.public_id)
