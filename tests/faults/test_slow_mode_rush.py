"""One person, many tabs, one moment: in slow mode one message is taken."""

import threading
from uuid import uuid4

import pytest

from forum.talk.actions import message as said
from forum.talk.actions.message import post_message
from forum.talk.actions.pace import PostingTooFast, check_slow_mode
from forum.talk.models import Message
from network.access.viewer import viewer_of
from tests.factories.forum import make_space, make_thread

TABS = 6


@pytest.fixture
def slow(ada):
    return make_thread(ada.viewer, make_space(slow_seconds=3600))


def test_of_six_messages_at_once_one_is_taken(bola, slow, at_once):
    viewer = viewer_of(bola.person)

    def post():
        return post_message(by=viewer, thread=type(slow).objects.get(pk=slow.pk), body="Hello", key=uuid4()).number

    answers = at_once([post] * TABS)

    assert sorted(map(str, map(type, answers))) == sorted(map(str, [int, *[PostingTooFast] * (TABS - 1)]))
    assert Message.objects.filter(author=bola.person).count() == 1


def test_asked_before_the_lock_six_are_taken(bola, slow, at_once, monkeypatch):
    monkeypatch.setattr(said, "check_slow_mode", lambda *_: None)
    viewer, asked = viewer_of(bola.person), threading.Barrier(TABS)

    def post():
        thread, key = type(slow).objects.select_related("space").get(pk=slow.pk), uuid4()
        check_slow_mode(viewer, thread.space, key)
        asked.wait(30)
        return post_message(by=viewer, thread=thread, body="Hello", key=key).number

    answers = at_once([post] * TABS)

    assert [type(answer) for answer in answers] == [int] * TABS
    assert Message.objects.filter(author=bola.person).count() == TABS
