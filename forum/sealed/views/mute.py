"""Folding a pen name away, and reading it again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from forum.sealed.actions.mute import mute_pen, unmute_pen
from forum.talk.views.message import find_message


@require_POST
def create(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Fold away."""
    mute_pen(by=request.viewer, message=find_message(request, thread_id, public_id))
    return redirect("message", thread_id, public_id)


@require_POST
def remove(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Read again."""
    unmute_pen(by=request.viewer, message=find_message(request, thread_id, public_id))
    return redirect("message", thread_id, public_id)
