"""Polls, made through the action members use."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from forum.hands.actions.poll import Question, ask_question, cast_vote
from forum.hands.models import Poll
from forum.talk.models import Message, Thread
from network.access.viewer import Viewer


def make_poll(by: Viewer, thread: Thread, *answers: str, words: str = "Which day suits you?", **facts) -> Message:
    """A message that carries a poll with names, which closes tomorrow unless said otherwise. Of any pace."""
    facts.setdefault("closes_at", timezone.now() + timedelta(days=1))
    asked = Question(words, list(answers) or ["Monday", "Tuesday", "Friday"], **facts)
    message = ask_question(by=by, thread=thread, asked=asked, key=uuid4(), at=timezone.now())
    return Message.objects.select_related("thread__space", "space").get(pk=message.pk)


def vote(by: Viewer, message: Message, *positions: int) -> None:
    """As from the page as it is now."""
    poll = Poll.objects.select_related("message__thread__space", "message__space").get(message=message)
    cast_vote(by=by, poll=poll, positions=list(positions))


def close(message: Message) -> None:
    """As if its time had come."""
    Poll.objects.filter(message=message).update(closes_at=timezone.now())
