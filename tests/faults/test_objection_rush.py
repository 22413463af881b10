"""Four decide one appeal in the same moment: one does. And one appeal is written, however often it is sent."""

from contextlib import nullcontext
from types import SimpleNamespace
from uuid import uuid4

import pytest

from forum.casebook.actions import objection as objection_actions
from forum.casebook.actions.objection import judge_objection, object_to_measure
from forum.casebook.models import Objection
from forum.casebook.models.objection import ObjectionQuerySet
from forum.concerns.actions.matter import AlreadyTaken
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Measure
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from network.people.models.user import UserManager
from network.records.models import StaffAction
from tests.factories.network import make_people
from tests.faults.meeting import meeting_of

JUDGES = 4


@pytest.fixture
def pause(ada, dina):
    facts = {"kind": "pause", "person": ada.person, "days": 7, "words": "Please rest", "reason": "Again"}
    return take_measure(by=dina.viewer, measure=Measure(**facts))


@pytest.fixture
def judges(pause):
    return [viewer_of(one) for one in make_people(JUDGES, roles=((RoleKind.MODERATOR, ""),))]


@pytest.fixture
def verdicts(pause, judges, at_once):
    """Half undo it and half let it stand, at once. Gives how many believe they decided."""
    asked = object_to_measure(measure=pause, words="I quoted", key=uuid4())

    def judge(number, viewer):
        found = Objection.objects.get(pk=asked.pk)
        return judge_objection(by=viewer, objection=found, overturns=bool(number % 2), reason="Looked")

    def run():
        found = at_once([lambda number=number, one=one: judge(number, one) for number, one in enumerate(judges)])
        return len([one for one in found if not isinstance(one, AlreadyTaken)])

    return run


def decided():
    return StaffAction.objects.filter(verb__startswith="appeal_").count()


def test_of_four_who_decide_at_once_one_does(verdicts):
    assert (verdicts(), decided()) == (1, 1)


def test_without_the_lock_more_than_one_does(verdicts, monkeypatch):
    monkeypatch.setattr(ObjectionQuerySet, "select_for_update", lambda self, *_, **__: self.all())
    monkeypatch.setattr(UserManager, "select_for_update", lambda self, **options: self.all(), raising=False)
    monkeypatch.setattr(objection_actions, "transaction", SimpleNamespace(atomic=nullcontext))
    monkeypatch.setattr(Objection, "save", after(meeting_of(JUDGES), Objection.save))

    verdicts()

    assert decided() > 1


def after(meet, write):
    """Between the look and the write everybody else looks as well."""

    def later(self, *args, **options):
        meet()
        return write(self, *args, **options)

    return later


def test_the_same_form_sent_four_times_is_one_appeal(pause, judges, at_once):
    key = uuid4()
    ask = [lambda: object_to_measure(measure=Measure.objects.get(pk=pause.pk), words="I quoted", key=key)] * JUDGES

    found = at_once(ask)

    assert {one.pk for one in found} == {Objection.objects.get().pk}
