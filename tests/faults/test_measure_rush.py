"""Two second persons answer one proposal in the same moment, and one moderator takes more than anybody should."""

from contextlib import nullcontext
from types import SimpleNamespace
from uuid import uuid4

import pytest

from forum.casebook.actions import lifting
from forum.casebook.actions.lifting import lift_measure
from forum.concerns.actions import matter as matter_actions
from forum.concerns.actions import measure as measure_actions
from forum.concerns.actions.concern import Told, report_place
from forum.concerns.actions.matter import HandsFull, claim_matter
from forum.concerns.actions.measure import MeasureSettled, second_measure, take_measure
from forum.concerns.models import Concern, Measure
from forum.concerns.models.measure import MeasureQuerySet
from forum.concerns.rules import MOST_HELD
from forum.spaces.models import Pause
from network.access.viewer import viewer_of
from network.people.models import Role, RoleKind, User
from network.people.models.user import UserManager
from tests.factories.forum import make_space
from tests.factories.network import make_people, make_person
from tests.faults.meeting import meeting_of

SECONDS = 4


def unlocked(self, *args, **options):
    """`select_for_update` as it must not be: everybody reads what stands there."""
    return self.all()


@pytest.fixture
def answers(ada, dina, at_once):
    """All agree at once to what Dina proposed. Gives how many believe they did it."""
    facts = {"kind": "pause", "person": ada.person, "days": 90, "words": "Please rest", "reason": "Again"}
    proposal = take_measure(by=dina.viewer, measure=Measure(**facts))
    viewers = [viewer_of(one) for one in make_people(SECONDS, roles=((RoleKind.MODERATOR, ""),))]

    def agree(viewer):
        return second_measure(by=viewer, measure=Measure.objects.get(pk=proposal.pk), agrees=True)

    def run():
        found = at_once([lambda viewer=viewer: agree(viewer) for viewer in viewers])
        return len([one for one in found if not isinstance(one, MeasureSettled)])

    return run


def test_of_four_who_agree_at_once_one_does_it(answers):
    assert (answers(), Pause.objects.count()) == (1, 1)


def test_without_the_lock_it_is_done_more_than_once(answers, monkeypatch):
    monkeypatch.setattr(MeasureQuerySet, "select_for_update", unlocked)
    monkeypatch.setattr(UserManager, "select_for_update", lambda self, **options: self.all(), raising=False)
    monkeypatch.setattr(measure_actions, "transaction", SimpleNamespace(atomic=nullcontext))
    monkeypatch.setattr(Measure, "save", after(meeting_of(SECONDS), Measure.save))

    answers()

    assert Pause.objects.count() > 1


def after(meet, write):
    """Between the look and the write everybody else looks as well."""

    def later(self, *args, **options):
        meet()
        return write(self, *args, **options)

    return later


@pytest.fixture
def claims(dina, at_once):
    """Dina has all but one of what anybody should have, and takes four more in one moment."""
    for _ in range(MOST_HELD - 1 + SECONDS):
        facts = {"place": "The blog", "told": Told("other"), "answer_to": "", "is_mailed": False}
        report_place(key=uuid4(), **facts)
    mine, more = (
        list(Concern.objects.order_by("pk"))[: MOST_HELD - 1],
        list(Concern.objects.order_by("pk"))[MOST_HELD - 1 :],
    )
    for one in mine:
        claim_matter(by=dina.viewer, matter=one)
    viewer = dina.viewer

    def run():
        return at_once([lambda one=one: claim_matter(by=viewer, matter=one) for one in more])

    return run


def test_of_four_taken_at_once_one_is_the_fifth(claims, dina):
    found = claims()

    assert len([one for one in found if isinstance(one, HandsFull)]) == SECONDS - 1
    assert Concern.objects.held_by(dina.viewer).count() == MOST_HELD


def test_without_the_lock_there_are_more(claims, dina, monkeypatch):
    monkeypatch.setattr(UserManager, "select_for_update", lambda self, **options: self.all(), raising=False)
    monkeypatch.setattr(matter_actions, "transaction", SimpleNamespace(atomic=nullcontext))
    concerns = type(Concern.objects.all())
    monkeypatch.setattr(concerns, "take", after(meeting_of(SECONDS), concerns.take))

    claims()

    assert Concern.objects.held_by(dina.viewer).count() > MOST_HELD


@pytest.fixture(params=["bar", "suspension"])
def lifts(request, ada, dina, at_once):
    """Two measures that hold Ada in the same way are ended at once. Gives whether she is held still."""
    second, judge = (viewer_of(make_person(name, roles=((RoleKind.MODERATOR, ""),))) for name in ("Leo", "Mia"))
    scope = make_space().public_id if request.param == "bar" else ""
    facts = {"kind": request.param, "scope": scope, "person": ada.person, "words": "Please rest", "reason": "Again"}
    taken = []
    for _ in range(2):
        proposal = take_measure(by=dina.viewer, measure=Measure(**facts))
        taken.append(second_measure(by=second, measure=proposal, agrees=True))

    def run():
        found = at_once([lambda one=one: lift_measure(by=judge, measure=one) for one in taken])
        assert found == [True, True]
        is_barred = Role.objects.current().filter(person=ada.person, kind=RoleKind.BARRED).exists()
        return is_barred or not User.objects.get(pk=ada.person.pk).is_active

    return run


def test_two_that_end_at_once_let_go(lifts):
    assert not lifts()


def test_without_the_lock_each_leaves_it_to_the_other(lifts, monkeypatch):
    monkeypatch.setattr(MeasureQuerySet, "select_for_update", unlocked)
    monkeypatch.setattr(UserManager, "select_for_update", lambda self, **options: self.all(), raising=False)
    monkeypatch.setattr(lifting, "transaction", SimpleNamespace(atomic=nullcontext))
    monkeypatch.setattr(Measure, "save", after(meeting_of(2), Measure.save))

    assert lifts()
