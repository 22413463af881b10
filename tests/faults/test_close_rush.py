"""A topic is closed while people are about to speak: whoever has not spoken by then is refused."""

import threading
from uuid import uuid4

import pytest

from forum.talk.actions import message as said
from forum.talk.actions import turn
from forum.talk.actions.message import post_message
from forum.talk.actions.thread import close_thread
from forum.talk.models import Message, Thread
from network.access.viewer import viewer_of
from network.access.visible import Refused
from tests.factories.forum import make_thread
from tests.factories.network import make_people

SPEAKERS = 8


@pytest.fixture
def topic(ada) -> Thread:
    return make_thread(ada.viewer)


def fresh(topic: Thread) -> Thread:
    return Thread.objects.select_related("space").get(pk=topic.pk)


@pytest.mark.parametrize("guarded", [True, False], ids=["asked under the lock", "asked before it alone"])
def test_who_was_let_in_before_the_close_and_comes_after_it_is_refused(ada, topic, at_once, monkeypatch, guarded):
    """Each was asked while the topic was open and stands at the space's row when it has been closed."""
    closed, viewers = threading.Event(), [viewer_of(person) for person in make_people(SPEAKERS)]
    monkeypatch.setattr(said, "can_post", lambda *_: closed.wait(60))
    if not guarded:
        monkeypatch.setattr(turn, "is_still_open", lambda _: True)

    def close():
        close_thread(by=ada.viewer, thread=fresh(topic))
        closed.set()

    def speak(viewer):
        thread = fresh(topic)
        return lambda: post_message(by=viewer, thread=thread, body="Hello", key=uuid4()).pk

    answers = at_once([close, *map(speak, viewers)])

    assert Message.objects.filter(thread=topic).count() == (1 if guarded else 1 + SPEAKERS)
    assert {type(answer) for answer in answers[1:]} == ({Refused} if guarded else {int})


def test_nothing_is_said_after_a_close_that_comes_in_the_middle(ada, topic, at_once):
    viewers = [viewer_of(person) for person in make_people(SPEAKERS)]

    def close() -> int:
        close_thread(by=ada.viewer, thread=fresh(topic))
        return Message.objects.filter(thread=topic).count()

    def speak(viewer):
        return lambda: post_message(by=viewer, thread=fresh(topic), body="Hello", key=uuid4()).pk

    said_by_then, *_ = at_once([close, *map(speak, viewers)])

    assert Message.objects.filter(thread=topic).count() == said_by_then
