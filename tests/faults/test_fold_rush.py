"""One reader folds the same message away in eight tabs at once: it is one row, and no tab sees an error."""

import pytest

from forum.folds.actions import fold as fold_actions
from forum.folds.actions.fold import fold_away, unfold
from forum.folds.models import Fold
from forum.folds.models.fold import FoldQuerySet
from forum.talk.models import Message
from network.people.models import Mute
from tests.factories.forum import make_thread
from tests.faults.meeting import meeting_of

TABS = 8


@pytest.fixture
def message(ada):
    return make_thread(ada.viewer, body="Loud words").messages.get()


@pytest.fixture
def rush(bola, message, at_once):
    """Gives what went wrong."""
    viewer = bola.viewer

    def fold():
        fold_away(by=viewer, message=Message.objects.select_related("space", "author").get(pk=message.pk), mutes=True)

    return lambda: [answer for answer in at_once([fold] * TABS) if answer is not None]


def test_of_eight_tabs_one_row_comes_and_all_are_well(bola, message, rush):
    before = Message.objects.get(pk=message.pk).version

    assert rush() == []

    assert (Fold.objects.visible_to(bola.viewer).count(), Mute.objects.count()) == (1, 1)
    said = Message.objects.get(pk=message.pk)
    assert (said.has_folds, said.version) == (True, before)


def test_looked_and_then_written_tabs_fail(rush, monkeypatch):
    """The guards are what makes the test above pass: without them the constraint answers, and with an error."""
    meet = meeting_of(TABS)

    def look_then_write(self, folds, **options):
        is_new = not self.filter(person_id=folds[0].person_id, message=folds[0].message).exists()
        meet()
        if is_new:
            folds[0].save()

    monkeypatch.setattr(FoldQuerySet, "bulk_create", look_then_write)

    assert rush() != []


def test_muted_by_look_and_write_tabs_fail(rush, monkeypatch):
    meet = meeting_of(TABS)

    def look_then_write(*, person_id, other):
        is_new = not Mute.objects.filter(person_id=person_id, other=other).exists()
        meet()
        if is_new:
            Mute.objects.create(person_id=person_id, other=other)

    monkeypatch.setattr(fold_actions, "raise_mute", look_then_write)

    assert rush() != []


def test_folded_and_opened_at_once_neither_fails(bola, message, at_once):
    viewer = bola.viewer

    def found():
        return Message.objects.select_related("space", "author").get(pk=message.pk)

    folds = [lambda: fold_away(by=viewer, message=found()), lambda: unfold(by=viewer, message=found())] * 4

    assert [answer for answer in at_once(folds) if answer is not None] == []
    assert Fold.objects.count() in (0, 1)
