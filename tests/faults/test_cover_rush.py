"""Several moderators, and several reports at once, take the same title out of sight, or put it back: it happens once,
and what stood there is kept."""

from types import SimpleNamespace

import pytest
from django.db import transaction

from forum.covers.actions import cover as cover_actions
from forum.covers.actions.cover import cover_parts, lift_cover
from forum.covers.models import HIDDEN_TITLE, Cover
from forum.covers.models.cover import CoverQuerySet
from forum.covers.parts import Place
from forum.talk.models import Thread
from network.notices.models import Notice
from tests.factories.forum import make_thread
from tests.faults.meeting import meeting_of

AT_ONCE = 4
TITLE = "What stood there"


@pytest.fixture
def thread(ada):
    return make_thread(ada.viewer, title=TITLE)


@pytest.fixture
def cover_at_once(thread, at_once):
    """Gives what went wrong."""

    def one(number):
        with transaction.atomic():
            place = Place("thread", thread.public_id, f"matter{number}", TITLE, ("title",))
            cover_parts(place=place, parts=["title"], reason="At risk", by_id=None)

    def run():
        found = at_once([lambda number=number: one(number) for number in range(AT_ONCE)])
        return [answer for answer in found if answer is not None]

    return run


def title_of(thread):
    return Thread.objects.get(pk=thread.pk).title


def told(kind):
    return Notice.objects.filter(kind=f"covers.{kind}").count()


def test_covered_by_several_at_once_it_is_covered_once_and_kept(thread, cover_at_once):
    assert cover_at_once() == []

    assert (title_of(thread), Cover.objects.get().words, told("pending")) == (HIDDEN_TITLE, TITLE, 1)


def test_without_the_lock_several_write(thread, cover_at_once, monkeypatch):
    """The guard is what makes the test above pass: the constraint would refuse the later ones, and their reports."""
    real, meet = cover_actions.thing_of, meeting_of(AT_ONCE)

    def without_lock(kind, ref, *, is_held=False):
        return real(kind, ref)

    def look_together(self):
        found = list(self.filter(lifted_at=None))
        meet()
        return SimpleNamespace(filter=lambda **_: SimpleNamespace(first=lambda: found[0] if found else None))

    monkeypatch.setattr(cover_actions, "thing_of", without_lock)
    monkeypatch.setattr(CoverQuerySet, "standing", look_together)

    assert cover_at_once() != []


@pytest.fixture
def lift_at_once(thread, at_once):
    with transaction.atomic():
        place = Place("thread", thread.public_id, "matter", TITLE, ("title",))
        cover_parts(place=place, parts=["title"], reason="At risk", by_id=None)

    def run(lift=lift_cover):
        found = at_once([lambda: lift(Cover.objects.select_related("thread").get())] * AT_ONCE)
        return [answer for answer in found if answer is not None]

    return run


def test_lifted_by_several_at_once_it_is_back_and_told_once(thread, lift_at_once, monkeypatch):
    written = counted(monkeypatch)

    assert lift_at_once() == []

    assert (title_of(thread), told("back"), len(written)) == (TITLE, 1, 1)


def test_looked_and_then_lifted_it_is_written_several_times(thread, lift_at_once, monkeypatch):
    written, meet = counted(monkeypatch), meeting_of(AT_ONCE)
    real = cover_actions.thing_of

    def without_lock(kind, ref, *, is_held=False):
        found = real(kind, ref)
        meet()
        return found

    monkeypatch.setattr(cover_actions, "thing_of", without_lock)
    monkeypatch.setattr(CoverQuerySet, "standing", lambda self: self.all())
    # As it stands in the module it begins a transaction; this is what is inside.
    lift_at_once(lift_cover.__wrapped__)

    assert len(written) > 1


def counted(monkeypatch):
    """A list that grows with each write to the thing itself."""
    written, real = [], cover_actions._write

    def write(thing, part, words):
        written.append(words)
        real(thing, part, words)

    monkeypatch.setattr(cover_actions, "_write", write)
    return written
