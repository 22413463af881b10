"""Taking a case, giving it back, passing it on."""

from django.db import transaction

from forum.desk.models import Case
from forum.desk.notices import PASSED
from forum.desk.rules import can_decide
from network.access.viewer import Viewer, viewer_of
from network.access.visible import require
from network.notices.actions.tell import tell
from network.people.models import Role, RoleKind, User
from network.records.actions.log import record_staff_action


class AlreadyTaken(Exception):
    """Another moderator was first, with taking it or with deciding."""


class NoLead(Exception):
    """Nobody could decide what is passed on."""


def claim_case(*, by: Viewer, case: Case) -> Case:
    """Take it: nobody else decides it meanwhile. Taken twice by the same person, it stays theirs.

    Raises AlreadyTaken.
    """
    require(can_decide(by, case))
    with transaction.atomic():
        if not Case.objects.take(case, by):
            raise AlreadyTaken
        record_staff_action(by=by, verb="claimed_case", about_id=case.message.author_id)
    case.refresh_from_db()
    return case


def release_case(*, by: Viewer, case: Case) -> Case:
    """Give it back to everybody. What is not theirs, or decided, stays as it is."""
    require(can_decide(by, case))
    with transaction.atomic():
        mine = Case.objects.open().filter(pk=case.pk, claimed_by_id=by.person_id)
        if mine.update(claimed_by=None, claimed_at=None):
            record_staff_action(by=by, verb="released_case", about_id=case.message.author_id)
    case.refresh_from_db()
    return case


def pass_case(*, by: Viewer, case: Case, reason: str) -> Case:
    """Leave it to the network lead: for safeguarding, legal or repeated concerns. Only owners see it from then on.

    Raises NoLead where no other owner could decide it, AlreadyTaken when another moderator has it.
    """
    require(can_decide(by, case))
    leads = _leads(by, case)
    if not leads:
        raise NoLead("No network lead can take this at the moment. Please decide it, or call them.")
    with transaction.atomic():
        if not Case.objects.open().free_for(by).filter(pk=case.pk).update(is_for_lead=True, claimed_by=None):
            raise AlreadyTaken
        record_staff_action(by=by, verb="passed_case", about_id=case.message.author_id, reason=reason)
        for lead in leads:
            tell(person=lead, kind=PASSED, ref=case.public_id, key=f"desk.passed:{case.pk}")
    case.refresh_from_db()
    return case


def _leads(by: Viewer, case: Case) -> list[User]:
    """Other owners who may see it: not its author, nor one who reported it."""
    owners = Role.objects.current().filter(kind=RoleKind.OWNER).exclude(person_id=by.person_id).values("person_id")
    return [one for one in User.objects.filter(pk__in=owners, is_active=True) if can_decide(viewer_of(one), case)]
