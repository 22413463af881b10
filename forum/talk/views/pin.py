"""Pinning a thread, and unpinning it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from forum.talk.actions.pin import pin_thread, unpin_thread
from forum.talk.models import Thread
from network.access.visible import find


@require_POST
def create(request: HttpRequest, public_id: str) -> HttpResponse:
    """Keep it on top."""
    pin_thread(by=request.viewer, thread=find(Thread, request.viewer, public_id))
    return redirect("thread", public_id)


@require_POST
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let it stand among the others."""
    unpin_thread(by=request.viewer, thread=find(Thread, request.viewer, public_id))
    return redirect("thread", public_id)
