"""Asking with a poll, and voting."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from forum.hands.actions.poll import ask_question, cast_vote
from forum.hands.forms import PollForm, VoteForm
from forum.hands.models import Poll
from forum.hands.pace import by_hand
from forum.spaces.rules import paused_words
from forum.talk.actions.message import CLOSED, OtherWordsSameKey
from forum.talk.actions.pace import PostingTooFast
from forum.talk.models import Message, Thread
from forum.talk.rules import why_no_answer
from forum.talk.views.attachment import status_of
from forum.talk.views.message import PAGE, find_message, message_context
from network.access.answers import answer, refuse, wants_fragment
from network.access.viewer import Viewer
from network.access.visible import Refused, find, hide_unless

NEW = "forum/hands/poll/new.html"
VOTED = "forum/hands/poll/_voted.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, public_id: str) -> HttpResponse:
    """The form for a question with answers to choose from. What cannot be taken comes back with its words kept."""
    thread = find(Thread.objects.for_page(request.viewer), request.viewer, public_id)
    form = PollForm(request.POST or None)
    context = {"thread": thread, "form": form, "why_silent": why_not_asked(request.viewer, thread)}
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        message = ask_question(by=request.viewer, thread=thread, asked=form.question(), key=form.cleaned_data["key"])
    except (Refused, PostingTooFast, OtherWordsSameKey) as problem:
        form.add_error("words", str(problem))
        return refuse(request, NEW, context, status=status_of(problem))
    return redirect(f"{reverse('thread', args=[public_id])}?at={message.public_id}#{message.element_id}")


def why_not_asked(viewer: Viewer, thread: Thread) -> str:
    """Why a thread found by `for_page` takes no question of theirs, in words; empty where it does."""
    return why_no_answer(viewer, thread) or paused_words(thread.paused) or (CLOSED if thread.is_closed else "")


@require_POST
@by_hand
def vote(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Choose an answer. A repeat changes nothing."""
    message = find_message(request, thread_id, public_id)
    poll = Poll.objects.visible_to(request.viewer).filter(message=message).prefetch_related("options").first()
    hide_unless(poll is not None)
    poll.message, form = message, VoteForm(request.POST, poll=poll)
    if not form.is_valid():
        return not_counted(request, message, form.errors["answers"][0], 422)
    try:
        cast_vote(by=request.viewer, poll=poll, positions=form.cleaned_data["answers"])
    except Refused as problem:
        return not_counted(request, message, str(problem), 409)
    there = f"{reverse('message', args=[thread_id, public_id])}#poll"
    return answer(request, VOTED, {"poll": poll}, otherwise=there)


def not_counted(request: HttpRequest, message: Message, words: str, status: int) -> HttpResponse:
    """Why, in words: for an element alone, for a browser on the message's page."""
    if wants_fragment(request):
        return refuse(request, VOTED, {"problem": words}, status)
    return refuse(request, PAGE, message_context(request, message) | {"problem": words}, status)
