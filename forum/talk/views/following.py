"""Following a thread, muting it, or neither."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from forum.talk.actions.following import set_following, stop_following
from forum.talk.forms import STOP, FollowingForm
from forum.talk.models import Thread
from network.access.visible import find


@require_POST
def change(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take the choice, and show it on the thread's page."""
    thread = find(Thread, request.viewer, public_id)
    form = FollowingForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    if form.cleaned_data["level"] == STOP:
        stop_following(by=request.viewer, thread=thread)
    else:
        set_following(by=request.viewer, thread=thread, level=form.cleaned_data["level"])
    return redirect(f"{reverse('thread', args=[public_id])}#following")
