"""Polls that only some may read: their questions and answers."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from forum.hands.actions.poll import Question, ask_question
from forum.hands.actions.reaction import add_reaction
from forum.spaces.models import Space
from forum.talk.actions.thread import open_thread
from tests.leaks.planting import AUDIENCES, Garden


def plant_hands(garden: Garden) -> None:
    """A poll that is open and one that has closed, in every audience somebody writes in."""
    for audience, writer, readers in AUDIENCES:
        if writer:
            space = Space.objects.create(name=garden.words(*readers), audience=audience)
            for ahead in (timedelta(days=1), timedelta(microseconds=1)):
                _poll(garden, space, garden.viewer(writer), readers, ahead)


def _poll(garden: Garden, space: Space, by, readers: set[str], ahead: timedelta) -> None:
    now = timezone.now()
    thread = open_thread(by=by, space=space, title=garden.words(*readers), body="A poll", key=uuid4(), at=now)
    answers = [garden.words(*readers), garden.words(*readers)]
    asked = Question(garden.words(*readers), answers, now + ahead, is_multiple=True)
    message = ask_question(by=by, thread=thread, asked=asked, key=uuid4(), at=now)
    add_reaction(by=by, message=message, kind="useful")
    garden.door(f"/m/t/{thread.public_id}/polls/new/", *readers)
    garden.door(f"/m/t/{thread.public_id}/messages/{message.public_id}/", *readers)
