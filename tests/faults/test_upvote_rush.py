"""Eight tabs of one person vote for the same question in one moment: it counts once, and readers are told once."""

from contextlib import nullcontext
from types import SimpleNamespace

import pytest

from forum.spaces.models import Space
from forum.stage.actions import question as question_actions
from forum.stage.actions.question import add_upvote
from forum.stage.models import Upvote
from forum.stage.models.question import UpvoteQuerySet
from tests.factories.stage import ask_in, make_sitting, question_of
from tests.faults.meeting import meeting_of

TABS = 8


def look_then_write():
    """`begin` as it must not be: between the look and the write another tab looks as well."""
    meet = meeting_of(TABS)

    def begin(self, question, person_id):
        is_new = not self.filter(question=question, person_id=person_id).exists()
        meet()
        self.bulk_create([Upvote(question=question, person_id=person_id)], ignore_conflicts=True)
        return is_new

    return begin


@pytest.fixture
def rush(finn, ada, bola, at_once):
    """All vote at once. Gives how many votes there are, and how many changes readers were told of."""
    talk = make_sitting(finn.viewer, ada.person, bola.person)
    asked, viewer = ask_in(ada.viewer, talk).message, bola.viewer

    def vote():
        add_upvote(by=viewer, question=question_of(asked.public_id))

    def run():
        before = Space.objects.get(pk=asked.space_id).version
        assert [answer for answer in at_once([vote] * TABS) if answer is not None] == []
        return Upvote.objects.count(), Space.objects.get(pk=asked.space_id).version - before

    return run


def test_of_eight_at_once_one_is_counted_and_told(rush):
    assert rush() == (1, 1)


def test_without_the_guard_it_is_told_several_times(rush, monkeypatch):
    monkeypatch.setattr(UpvoteQuerySet, "begin", look_then_write())
    monkeypatch.setattr(question_actions, "_hold", lambda question: True)
    monkeypatch.setattr(question_actions, "transaction", SimpleNamespace(atomic=nullcontext))

    votes, told = rush()

    assert votes == 1 and told > 1
