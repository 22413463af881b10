"""One person, twenty tabs, as many spaces, one moment: ten messages a minute are taken and no more."""

import threading
from uuid import uuid4

import pytest
from django.db import transaction

from forum.talk.actions import message as said
from forum.talk.actions.message import post_message
from forum.talk.actions.pace import MOST_A_MINUTE, PostingTooFast, check_pace
from forum.talk.actions.thread import open_thread
from forum.talk.models import Message, Thread
from tests.factories.forum import make_space, make_thread

TABS = 2 * MOST_A_MINUTE


@pytest.fixture
def topics(ada) -> list[int]:
    """Four topics in spaces of their own: no lock of one space reaches the others."""
    return [make_thread(ada.viewer).pk for _ in range(4)]


def topic_of(topics: list[int], tab: int) -> Thread:
    return Thread.objects.select_related("space").get(pk=topics[tab % len(topics)])


def test_of_twenty_messages_at_once_in_four_spaces_ten_are_taken(bola, topics, at_once):
    viewer = bola.viewer

    def post(tab: int):
        return lambda: post_message(by=viewer, thread=topic_of(topics, tab), body="Hello", key=uuid4()).number

    answers = at_once([post(tab) for tab in range(TABS)])

    refused = [answer for answer in answers if isinstance(answer, PostingTooFast)]
    assert (len(refused), Message.objects.filter(author=bola.person).count()) == (TABS - MOST_A_MINUTE, MOST_A_MINUTE)


def test_asked_apart_from_writing_twenty_are_taken(bola, topics, at_once, monkeypatch):
    """The guard is what makes the test above pass."""
    monkeypatch.setattr(said, "check_pace", lambda *_: None)
    viewer, asked = bola.viewer, threading.Barrier(TABS)

    def post(tab: int):
        def one():
            key = uuid4()
            with transaction.atomic():
                check_pace(viewer, key)
            asked.wait(60)
            return post_message(by=viewer, thread=topic_of(topics, tab), body="Hello", key=key).number

        return one

    at_once([post(tab) for tab in range(TABS)])

    assert Message.objects.filter(author=bola.person).count() == TABS


def test_topics_opened_at_once_count_as_well_and_leave_nothing_behind(bola, at_once):
    viewer, spaces = bola.viewer, [make_space() for _ in range(4)]

    def begin(tab: int):
        facts = {"space": spaces[tab % 4], "title": "Hello", "body": "Hello"}
        return lambda: open_thread(by=viewer, key=uuid4(), **facts).pk

    at_once([begin(tab) for tab in range(TABS)])

    mine = Thread.objects.filter(author=bola.person)
    assert (mine.count(), Message.objects.filter(thread__in=mine).count()) == (MOST_A_MINUTE, MOST_A_MINUTE)


def test_the_same_form_sent_twenty_times_is_one_message(bola, topics, at_once):
    viewer, key = bola.viewer, uuid4()

    answers = at_once(
        [lambda: post_message(by=viewer, thread=topic_of(topics, 0), body="Hello", key=key).pk for _ in range(TABS)]
    )

    assert answers == [Message.objects.get(author=bola.person).pk] * TABS
