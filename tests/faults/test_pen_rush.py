"""First words without a name from two tabs at once: one pen. Several second persons for one seal: one opens it."""

import threading
from contextlib import nullcontext
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.utils import timezone

from forum.sealed.actions import message as pens
from forum.sealed.actions import opening as openings
from forum.sealed.actions.message import post_unnamed
from forum.sealed.actions.opening import AlreadySeen, ask_for_opening, look_once, open_seal
from forum.sealed.models import Opening, Seal
from forum.sealed.models.seal import SealQuerySet
from forum.spaces.actions.takes_two import AlreadyDecided
from forum.spaces.models.takes_two import TakesTwoState
from forum.talk.models import Message, Thread
from network.access.audience import ALUMNI
from network.access.viewer import viewer_of
from network.access.visible import Refused
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.forum import make_space, make_thread
from tests.factories.network import make_person
from tests.factories.sealed import seal_of, whisper
from tests.faults.meeting import meeting_of

TABS = 4


@pytest.fixture
def talk(ada) -> Thread:
    return make_thread(ada.viewer, make_space(audience=ALUMNI, takes_unnamed=True))


def whispering(viewer, talk, key=None):
    def one():
        thread = Thread.objects.select_related("space").get(pk=talk.pk)
        words = {"body": "Hard", "key": key or uuid4(), "at": timezone.now()}
        return post_unnamed(by=viewer, thread=thread, **words).pen_name

    return one


def test_first_words_at_once_are_said_under_one_pen(ada, talk, at_once):
    viewer = ada.viewer

    pens = at_once([whispering(viewer, talk) for _ in range(TABS)])

    assert pens == [Seal.objects.get().pen_name] * TABS


def test_of_two_who_looked_before_either_wrote_one_would_be_lost(ada, talk, at_once, monkeypatch):
    """The guard is what makes the test above pass."""
    viewer, meet, found, ask = ada.viewer, meeting_of(TABS), threading.local(), SealQuerySet.held_by

    def once_before(self, viewer, thread):
        if not hasattr(found, "seal"):
            found.seal = ask(self, viewer, thread)
            meet()
        return found.seal

    monkeypatch.setattr(SealQuerySet, "held_by", once_before)

    answers = at_once([whispering(viewer, talk) for _ in range(TABS)])

    assert sum(isinstance(answer, IntegrityError) for answer in answers) == TABS - 1


def test_the_same_form_at_once_is_one_message(ada, talk, at_once):
    viewer, key = ada.viewer, uuid4()

    at_once([whispering(viewer, talk, key) for _ in range(TABS)])

    assert Message.objects.exclude(pen_name="").count() == 1


def test_asked_before_the_lock_alone_the_same_form_would_fail_in_all_tabs_but_one(ada, talk, at_once, monkeypatch):
    """The guard is what makes the test above pass: what was said before is asked anew under the lock."""
    whisper(ada.viewer, talk)
    viewer, key, meet, found, ask = ada.viewer, uuid4(), meeting_of(TABS), threading.local(), pens._said_before

    def once_before(*facts):
        if not hasattr(found, "message"):
            found.message = ask(*facts)
            meet()
        return found.message

    monkeypatch.setattr(pens, "_said_before", once_before)

    answers = at_once([whispering(viewer, talk, key) for _ in range(TABS)])

    assert sum(isinstance(answer, IntegrityError) for answer in answers) == TABS - 1


@pytest.fixture
def asked(ada, talk) -> Opening:
    moderator = viewer_of(make_person(roles=((RoleKind.MODERATOR, ""),)))
    seal = seal_of(whisper(ada.viewer, talk))
    return ask_for_opening(by=moderator, seal=seal, reason="life", words="She writes that she will not live.")


def confirming(opening):
    owner = viewer_of(make_person(roles=((RoleKind.OWNER, ""),)))
    mine = Opening.objects.select_related("seal").get(pk=opening.pk)
    return lambda: open_seal(by=owner, opening=mine).pk


def test_of_several_second_persons_at_once_one_opens_it(asked, at_once):
    answers = at_once([confirming(asked) for _ in range(TABS)])

    assert sum(isinstance(answer, AlreadyDecided) for answer in answers) == TABS - 1
    assert StaffAction.objects.filter(verb="opened_seal").count() == 1


def test_written_whatever_stands_there_all_of_them_do(asked, at_once, monkeypatch):
    """The guard is what makes the test above pass."""

    def whatever_stands_there(by, opening, state):
        facts = {"state": state, "decided_by_id": by.person_id, "decided_at": timezone.now()}
        Opening.objects.filter(pk=opening.pk).update(**facts)

    monkeypatch.setattr(openings, "decide", whatever_stands_there)

    at_once([confirming(asked) for _ in range(TABS)])

    assert StaffAction.objects.filter(verb="opened_seal").count() == TABS


@pytest.fixture
def opened(asked) -> Opening:
    confirming(asked)()
    return Opening.objects.select_related("seal", "decided_by").get(pk=asked.pk)


def looking(opened):
    viewer = viewer_of(opened.decided_by)
    return [lambda: look_once(by=viewer, opening=opened).pk for _ in range(TABS)]


def test_in_several_tabs_at_once_the_name_is_shown_in_one(opened, at_once):
    answers = at_once(looking(opened))

    assert opened.state == TakesTwoState.OPENED
    assert sum(isinstance(answer, AlreadySeen | Refused) for answer in answers) == TABS - 1
    assert StaffAction.objects.filter(verb="saw_sealed_name").count() == 1


def test_looked_at_before_it_is_noted_the_name_is_shown_in_all(opened, at_once, monkeypatch):
    """The guard is what makes the test above pass."""
    meet = meeting_of(TABS)

    def look_then_write(opening, column):
        is_first = Opening.objects.filter(pk=opening.pk, **{column: None}).exists()
        meet()
        return is_first

    monkeypatch.setattr(openings, "_is_first_look", look_then_write)
    monkeypatch.setattr(openings, "transaction", SimpleNamespace(atomic=nullcontext))

    at_once(looking(opened))

    assert StaffAction.objects.filter(verb="saw_sealed_name").count() == TABS
