"""One's own words against one decision are sent several times at once, and several end one measure: it happens once."""

from contextlib import nullcontext
from types import SimpleNamespace
from uuid import uuid4

import pytest

from forum.casebook.actions import cover as cover_actions
from forum.casebook.actions import lifting
from forum.casebook.actions import objection as objection_actions
from forum.casebook.actions.cover import object_to_cover
from forum.casebook.actions.lifting import lift_measure
from forum.casebook.actions.objection import object_to_declining
from forum.casebook.actions.second_look import AlreadyAppealed
from forum.casebook.models import Objection
from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Concern, Measure
from forum.concerns.models.measure import MeasureQuerySet
from forum.covers.models import Cover
from forum.covers.models.cover import CoverQuerySet
from forum.talk.actions.held import decline_held
from forum.talk.models import Held
from forum.talk.models.held import HeldQuerySet
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from network.people.models.user import UserManager
from network.records.models import StaffAction
from tests.factories.forum import hold, make_space, make_thread
from tests.factories.network import make_people
from tests.faults.meeting import meeting_of

AT_ONCE = 4


@pytest.fixture
def judges(db):
    return [viewer_of(one) for one in make_people(AT_ONCE, roles=((RoleKind.MODERATOR, ""),))]


def unlocked(self, *args, **options):
    """`select_for_update` as it must not be: everybody reads what stands there."""
    return self.all()


def after(meet, do):
    """Between the look and the write everybody else looks as well."""

    def later(*args, **options):
        meet()
        return do(*args, **options)

    return later


def without_lock(monkeypatch, actions, rows):
    monkeypatch.setattr(rows, "select_for_update", unlocked)
    monkeypatch.setattr(actions, "transaction", SimpleNamespace(atomic=nullcontext))


def refused(answers):
    return len([one for one in answers if isinstance(one, AlreadyAppealed)])


@pytest.fixture
def against_cover(ada, bola, dina, judges, at_once):
    """Ada appeals in other words each time."""
    thread, viewer = make_thread(ada.viewer), ada.viewer
    concern = report_subject(by=bola.viewer, kind="thread", ref=thread.public_id, told=Told("other"), key=uuid4())
    facts = {"acts": True, "reason": "Logged", "hiding": Hiding(("title",), "Please open it anew.")}
    decide_concern(by=dina.viewer, concern=concern, **facts)

    def one(number):
        return object_to_cover(by=viewer, cover=Cover.objects.get(), words=f"My words, {number}", key=uuid4())

    return lambda: at_once([lambda number=number: one(number) for number in range(AT_ONCE)])


def test_of_four_against_one_cover_one_is_taken_and_the_others_know(against_cover):
    assert refused(against_cover()) == AT_ONCE - 1

    assert Concern.objects.filter(kind="cover").count() == 1


def test_without_the_lock_somebody_takes_words_for_sent_that_are_not(against_cover, monkeypatch):
    without_lock(monkeypatch, cover_actions, CoverQuerySet)
    monkeypatch.setattr(cover_actions, "can_appeal_cover", after(meeting_of(AT_ONCE), cover_actions.can_appeal_cover))

    assert refused(against_cover()) < AT_ONCE - 1


@pytest.fixture
def against_declining(ada, bola, dina, judges, at_once):
    held = hold(bola.viewer, make_thread(ada.viewer, make_space(approves_first=True)), "A fair question")
    decline_held(by=dina.viewer, held=held, words="Not here")
    viewer = bola.viewer

    def one(number):
        found = Held.objects.select_related("author", "space").get()
        return object_to_declining(by=viewer, held=found, words=f"My words, {number}", key=uuid4())

    return lambda: at_once([lambda number=number: one(number) for number in range(AT_ONCE)])


def test_of_four_against_one_declined_message_one_is_taken_and_the_others_know(against_declining):
    assert refused(against_declining()) == AT_ONCE - 1

    assert Objection.objects.count() == 1


def test_without_the_lock_the_others_are_not_told(against_declining, monkeypatch):
    """The constraint still keeps one, and the rest fail without a word."""
    without_lock(monkeypatch, objection_actions, HeldQuerySet)
    monkeypatch.setattr(objection_actions, "due_after", after(meeting_of(AT_ONCE), objection_actions.due_after))

    assert refused(against_declining()) < AT_ONCE - 1


@pytest.fixture
def lifts(ada, dina, judges, at_once):
    """All end at once what Ada is under. Gives how many believe they did."""
    facts = {"kind": "pause", "person": ada.person, "days": 7, "words": "Please rest", "reason": "Again"}
    take_measure(by=dina.viewer, measure=Measure(**facts))

    def run():
        return at_once([lambda one=one: lift_measure(by=one, measure=Measure.objects.get()) for one in judges])

    return run


def ended():
    return StaffAction.objects.filter(verb="lifted_pause", reason="Again").count()


def test_of_four_who_end_a_measure_at_once_one_does(lifts):
    assert sorted(lifts()) == [False, False, False, True]

    assert ended() == 1


def test_without_the_lock_it_is_ended_more_than_once(lifts, monkeypatch):
    without_lock(monkeypatch, lifting, MeasureQuerySet)
    monkeypatch.setattr(UserManager, "select_for_update", unlocked, raising=False)
    monkeypatch.setattr(Measure, "save", after(meeting_of(AT_ONCE), Measure.save))

    assert lifts().count(True) > 1
    assert ended() > 1
