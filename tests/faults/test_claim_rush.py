"""Two moderators take one case in the same moment: one has it, and the other is told so."""

from contextlib import nullcontext
from types import SimpleNamespace
from uuid import uuid4

import pytest

from forum.concerns.actions import matter as matter_actions
from forum.concerns.actions.matter import AlreadyTaken, claim_matter
from forum.desk.actions.report import report_message
from forum.desk.models.case import CaseQuerySet
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from tests.factories.forum import make_thread, say
from tests.factories.network import make_people
from tests.faults.meeting import meeting_of

MODERATORS = 4


def look_then_write():
    """`take` as it must not be: between the look and the write everybody else looks as well."""
    meet = meeting_of(MODERATORS)

    def take(self, case, viewer):
        is_free = self.open().free_for(viewer).filter(pk=case.pk).exists()
        meet()
        return is_free and bool(self.filter(pk=case.pk).update(claimed_by_id=viewer.person_id))

    return take


@pytest.fixture
def rush(ada, bola, at_once):
    """All take the case at once. Gives how many believe they have it, and the case."""
    message = say(ada.viewer, make_thread(ada.viewer))
    case = report_message(by=bola.viewer, message=message, reason="other", words="", key=uuid4()).case
    viewers = [viewer_of(person) for person in make_people(MODERATORS, roles=((RoleKind.MODERATOR, ""),))]

    def run():
        answers = at_once([lambda viewer=viewer: claim_matter(by=viewer, matter=case) for viewer in viewers])
        refused = [answer for answer in answers if isinstance(answer, AlreadyTaken)]
        return MODERATORS - len(refused), case

    return run


def test_of_four_one_has_it(rush):
    believers, case = rush()

    case.refresh_from_db()
    assert believers == 1 and case.claimed_by is not None


def test_without_the_guard_several_believe_they_have_it(rush, monkeypatch):
    monkeypatch.setattr(CaseQuerySet, "take", look_then_write())
    monkeypatch.setattr(matter_actions, "transaction", SimpleNamespace(atomic=nullcontext))

    believers, _ = rush()

    assert believers > 1
