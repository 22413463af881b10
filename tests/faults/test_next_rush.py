"""One press on "Take the next one" comes twice in the same moment: one matter is taken."""

import threading
from contextlib import nullcontext
from types import SimpleNamespace
from uuid import uuid4

import pytest

from forum.concerns.actions import duty as duty_actions
from forum.concerns.actions.concern import Told, report_subject
from forum.concerns.actions.duty import take_next
from forum.concerns.models import Concern
from network.people.models.user import UserManager
from tests.factories.forum import make_thread
from tests.faults.meeting import meeting_of

PRESSES = 2


def look_and_wait():
    """`_taken_with` as it must not be: whoever looks waits until everybody has looked."""
    meet, looked = meeting_of(PRESSES), duty_actions._taken_with

    def taken_with(by, key):
        found = looked(by, key)
        meet()
        return found

    return taken_with


def one_by_one(act):
    """Both have looked; of what waits they take in turn, or they would take the same."""
    turn = threading.Lock()

    def acted(by, key):
        with turn:
            return act(by, key)

    return acted


def unlocked(self, *args, **options):
    """`select_for_update` as it must not be: everybody reads what stands there."""
    return self.all()


@pytest.fixture
def rush(ada, bola, dina, at_once):
    """Both presses at once. Gives how many matters are hers then."""
    for _ in range(PRESSES):
        told = Told("other", "Please look")
        report_subject(by=bola.viewer, kind="thread", ref=make_thread(ada.viewer).public_id, told=told, key=uuid4())
    viewer, key = dina.viewer, uuid4()

    def run():
        at_once([lambda: take_next(by=viewer, key=key) for _ in range(PRESSES)])
        return Concern.objects.held_by(viewer).count()

    return run


def test_of_two_presses_one_takes(rush):
    assert rush() == 1


def test_without_the_lock_both_take(rush, monkeypatch):
    monkeypatch.setattr(duty_actions, "_taken_with", look_and_wait())
    monkeypatch.setattr(duty_actions, "_take_first", one_by_one(duty_actions._take_first))
    monkeypatch.setattr(duty_actions, "transaction", SimpleNamespace(atomic=nullcontext))
    monkeypatch.setattr(UserManager, "select_for_update", unlocked)

    assert rush() == PRESSES
