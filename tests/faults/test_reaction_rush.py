"""The same reaction from eight tabs in one moment is one, and readers are told of it once."""

from contextlib import nullcontext
from types import SimpleNamespace

import pytest

from forum.hands.actions import reaction as reaction_actions
from forum.hands.actions.reaction import add_reaction
from forum.hands.models import Reaction
from forum.hands.models.reaction import ReactionQuerySet
from forum.spaces.models import Space
from forum.talk.models import Message
from tests.factories.forum import make_thread
from tests.faults.meeting import meeting_of

TABS = 8


def look_then_write():
    """`begin` as it must not be: between the look and the write another tab looks as well."""
    meet = meeting_of(TABS)

    def begin(self, message, person_id, kind):
        is_new = not self.filter(message=message, person_id=person_id, kind=kind).exists()
        meet()
        self.bulk_create([Reaction(message=message, person_id=person_id, kind=kind)], ignore_conflicts=True)
        return is_new

    return begin


@pytest.fixture
def rush(ada, bola, at_once):
    """All react at once. Gives how many reactions there are, and how many changes readers were told of."""
    spoken, viewer = make_thread(ada.viewer).messages.get(), bola.viewer

    def react():
        message = Message.objects.select_related("thread__space", "space").get(pk=spoken.pk)
        add_reaction(by=viewer, message=message, kind="agree")

    def run():
        before = Space.objects.get(pk=spoken.space_id).version
        assert [answer for answer in at_once([react] * TABS) if answer is not None] == []
        return Reaction.objects.count(), Space.objects.get(pk=spoken.space_id).version - before

    return run


def test_of_eight_at_once_one_is_kept_and_told(rush):
    assert rush() == (1, 1)


def test_without_the_guard_it_is_told_several_times(rush, monkeypatch):
    monkeypatch.setattr(ReactionQuerySet, "begin", look_then_write())
    monkeypatch.setattr(reaction_actions, "hold", lambda message: True)
    monkeypatch.setattr(reaction_actions, "transaction", SimpleNamespace(atomic=nullcontext))

    reactions, told = rush()

    assert reactions == 1 and told > 1
