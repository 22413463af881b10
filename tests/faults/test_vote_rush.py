"""Eight tabs of one person vote in the same moment, anonymously: one ballot is counted."""

from contextlib import nullcontext
from types import SimpleNamespace

import pytest

from forum.hands.actions import poll as poll_actions
from forum.hands.actions.poll import cast_vote
from forum.hands.models import Option, Poll, Voter
from forum.hands.models.voter import VoterQuerySet
from tests.factories.forum import make_thread
from tests.factories.hands import make_poll
from tests.faults.meeting import meeting_of

TABS = 8


def look_then_write():
    """`begin` as it must not be: between the look and the write another tab looks as well."""
    meet = meeting_of(TABS)

    def begin(self, poll, person_id):
        is_first = not self.filter(poll=poll, person_id=person_id).exists()
        meet()
        self.bulk_create([Voter(poll=poll, person_id=person_id)], ignore_conflicts=True)
        return is_first

    return begin


@pytest.fixture
def rush(ada, bola, at_once):
    """All vote at once. Gives how many ballots were counted, and how many voters."""
    message, viewer = make_poll(ada.viewer, make_thread(ada.viewer), is_anonymous=True), bola.viewer

    def vote():
        poll = Poll.objects.select_related("message__thread__space", "message__space").get(message=message)
        cast_vote(by=viewer, poll=poll, positions=[1])

    def run():
        answers = at_once([vote] * TABS)
        assert [answer for answer in answers if answer is not None] == []
        return sum(Option.objects.values_list("ballots", flat=True)), Voter.objects.count()

    return run


def test_of_eight_votes_at_once_one_ballot_is_counted(rush):
    assert rush() == (1, 1)


def test_without_the_guard_one_person_has_several(rush, monkeypatch):
    monkeypatch.setattr(VoterQuerySet, "begin", look_then_write())
    monkeypatch.setattr(poll_actions, "hold", lambda message: True)
    monkeypatch.setattr(poll_actions, "transaction", SimpleNamespace(atomic=nullcontext))

    ballots, voters = rush()

    assert ballots > 1 and voters == 1


def test_changed_at_once_a_signed_vote_is_one_of_them(ada, bola, at_once):
    message, viewer = make_poll(ada.viewer, make_thread(ada.viewer)), bola.viewer

    def vote(position):
        def one():
            poll = Poll.objects.select_related("message__thread__space", "message__space").get(message=message)
            cast_vote(by=viewer, poll=poll, positions=[position])

        return one

    at_once([vote(1 + tab % 3) for tab in range(TABS)])

    assert Voter.objects.get().votes.count() == 1
