"""Asking, voting and marking, by a plain form or from a page that is open."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from forum.hands.pace import by_hand
from forum.stage.actions.question import add_upvote, ask, mark_answered, remove_upvote
from forum.stage.forms import BackForm
from forum.stage.models import Question, Sitting
from forum.stage.rules import can_host
from forum.stage.views.sitting import INSIDE, find_sitting, inside
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import OtherWordsSameKey
from forum.talk.actions.pace import PostingTooFast
from forum.talk.forms import MessageForm
from forum.talk.models import Message
from forum.talk.views.message import kept, not_taken
from network.access.answers import answer, refuse, wants_fragment
from network.access.visible import Refused, find, hide_unless

NO_FILES = "A question is asked without files. Send them as a message."


@require_POST
def create(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask what stands in the composer. What cannot be taken comes back with its words kept."""
    sitting = find_sitting(request, public_id)
    form = MessageForm(request.POST, request.FILES)
    if form.is_valid() and (request.FILES or form.cleaned_data.get("uploads")):
        form.add_error("body", NO_FILES)
    if not form.is_valid():
        return not_taken(request, sitting.thread, form, 422)
    try:
        message = ask(by=request.viewer, sitting=sitting, body=form.cleaned_data["body"], key=form.cleaned_data["key"])
    except WaitsFirst as waits:
        return kept(request, waits.held)
    except (Refused, PostingTooFast, OtherWordsSameKey) as problem:
        form.add_error("body", str(problem))
        return not_taken(request, sitting.thread, form, 429 if isinstance(problem, PostingTooFast) else 409, problem)
    return redirect(f"{reverse('thread', args=[public_id])}?at={message.public_id}#{message.element_id}")


@require_POST
@by_hand
def vote(request: HttpRequest, thread_id: str, public_id: str, is_on: bool) -> HttpResponse:
    """Want it answered, or no longer: the address says which, so that a repeat changes nothing."""
    question = find_question(request, thread_id, public_id)
    act = add_upvote if is_on else remove_upvote
    return done(request, question.sitting, lambda: act(by=request.viewer, question=question))


@require_POST
@by_hand
def mark(request: HttpRequest, thread_id: str, public_id: str, is_on: bool) -> HttpResponse:
    """Say that it was answered, or that it was not."""
    question = find_question(request, thread_id, public_id)
    hide_unless(can_host(request.viewer, question.sitting))
    act = lambda: mark_answered(by=request.viewer, question=question, is_answered=is_on)  # noqa: E731
    return done(request, question.sitting, act)


def done(request: HttpRequest, sitting: Sitting, act: Callable[[], None]) -> HttpResponse:
    """Do it. An element gets the panel as it is then, also where it came too late; a browser goes back to the queue."""
    page = "stage_host" if BackForm(request.POST).is_from_host() else "thread"
    there = f"{reverse(page, args=[sitting.thread.public_id])}#questions"
    try:
        act()
    except Refused:
        if wants_fragment(request):
            return refuse(request, INSIDE, inside(request, sitting), status=409)
        return redirect(there)
    return answer(request, INSIDE, inside(request, sitting), otherwise=there)


def find_question(request: HttpRequest, thread_id: str, public_id: str) -> Question:
    """The question a message is, through sight."""
    sitting = find_sitting(request, thread_id)
    rows = Message.objects.filter(question__sitting=sitting).select_related("question", "thread__space", "space")
    message = find(rows, request.viewer, public_id)
    hide_unless(message.is_standing)
    question = message.question
    question.sitting, question.message = sitting, message
    return question
