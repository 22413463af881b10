"""Answering a message with one word, by a plain form or from a page that is open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from forum.hands.actions.reaction import add_reaction, remove_reaction
from forum.hands.forms import ReactionForm
from forum.hands.lists import tallies
from forum.hands.pace import by_hand
from forum.talk.views.message import find_message
from network.access.answers import wants_fragment


@require_POST
@by_hand
def change(request: HttpRequest, thread_id: str, public_id: str, is_on: bool) -> HttpResponse:
    """Answer with it, or take it back: the address says which, so that a repeat changes nothing."""
    message = find_message(request, thread_id, public_id)
    form = ReactionForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    act = add_reaction if is_on else remove_reaction
    act(by=request.viewer, message=message, kind=form.cleaned_data["kind"])
    if not wants_fragment(request):
        return redirect(f"{reverse('message', args=[thread_id, public_id])}#reactions")
    counted = tallies([message], request.viewer).get(message.pk, [])
    return render(request, "forum/hands/reaction/_reactions.html", {"message": message, "tallies": counted})
