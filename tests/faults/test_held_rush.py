"""Held once, settled once: whoever comes second finds it settled."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.actions import held as settling
from forum.talk.actions import message as said
from forum.talk.actions.held import decline_held, post_delayed, post_held, take_back_held
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import post_message
from forum.talk.models import Held, Message, Thread
from network.access.viewer import viewer_of
from tests.factories.forum import hold, make_space, make_thread

TABS = 6


@pytest.fixture
def careful(ada) -> Thread:
    return make_thread(ada.viewer, make_space(approves_first=True))


def fresh(topic: Thread) -> Thread:
    return Thread.objects.select_related("space").get(pk=topic.pk)


def kinds(answers: list) -> list[str]:
    return sorted(type(answer).__name__ for answer in answers)


def test_the_same_form_sent_six_times_is_held_once(bola, careful, at_once):
    viewer, key = bola.viewer, uuid4()

    answers = at_once([lambda: post_message(by=viewer, thread=fresh(careful), body="Hi", key=key) for _ in range(TABS)])

    assert kinds(answers) == ["WaitsFirst"] * TABS and Held.objects.count() == 1


@pytest.mark.parametrize("guarded", [True, False], ids=["taken under the lock", "looked at before it alone"])
def test_of_many_who_settle_one_does(bola, dina, careful, at_once, monkeypatch, guarded):
    held, moderator, author = hold(bola.viewer, careful), viewer_of(dina.person), viewer_of(bola.person)
    asked = threading.Barrier(TABS)
    monkeypatch.setattr(settling, "can_decide_held", lambda *_: asked.wait(60) or True)
    if not guarded:
        monkeypatch.setattr(settling, "_take", lambda one: one)

    def decline():
        return decline_held(by=moderator, held=Held.objects.select_related("author").get(pk=held.pk), words="No")

    def take_back():
        asked.wait(60)
        return take_back_held(by=author, held=Held.objects.get(pk=held.pk))

    answers = at_once([*[decline] * (TABS - 1), take_back])

    settled = [answer for answer in answers if isinstance(answer, Held)]
    assert len(settled) == (1 if guarded else TABS)
    if guarded:
        assert kinds(answers) == sorted(["Held", *["HeldSettled"] * (TABS - 1)])


def test_two_workers_and_a_moderator_post_it_once(ada, bola, dina, at_once):
    thread = make_thread(ada.viewer, make_space(delay_seconds=10))
    held, moderator = hold(bola.viewer, thread), viewer_of(dina.person)

    with time_machine.travel(timezone.now() + timedelta(seconds=11)):
        work = [lambda: post_delayed(held.pk)] * TABS
        answers = at_once([*work, lambda: post_held(by=moderator, held=Held.objects.get(pk=held.pk))])

    assert Message.objects.filter(author=bola.person).count() == 1
    assert set(kinds(answers)) <= {"NoneType", "Held", "HeldSettled", "Refused"}


@pytest.mark.parametrize("guarded", [True, False], ids=["asked under the lock", "asked before it alone"])
def test_who_was_let_in_before_the_space_began_to_look_waits_as_well(ada, bola, at_once, monkeypatch, guarded):
    thread, viewer, may = make_thread(ada.viewer), bola.viewer, said.can_post
    asked, looks = threading.Event(), threading.Event()
    monkeypatch.setattr(said, "can_post", lambda *facts: may(*facts) and not asked.set() and looks.wait(60))
    if not guarded:
        monkeypatch.setattr(said, "is_held_back", lambda *_: False)

    def begin():
        asked.wait(60)
        Space.objects.filter(pk=thread.space_id).update(approves_first=True)
        looks.set()

    _, answer = at_once([begin, lambda: post_message(by=viewer, thread=fresh(thread), body="Hello", key=uuid4())])

    assert isinstance(answer, WaitsFirst if guarded else Message)
