"""Taking a case, giving it back, deciding it."""

from django.db import transaction
from django.utils import timezone

from forum.desk.models import Case, CaseState
from forum.desk.notices import DECIDED, HIDDEN
from forum.desk.rules import can_decide
from forum.talk.actions.message import store_change
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell
from network.records.actions.log import record_staff_action


class AlreadyTaken(Exception):
    """Another moderator was first, with taking it or with deciding."""


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


def decide_case(*, by: Viewer, case: Case, hide: bool, reason: str) -> Case:
    """Hide the message or let it stand, with a reason. Raises AlreadyTaken when another moderator has it.

    The author learns what and why, the reporters that it was looked at; neither learns of the other.
    """
    require(can_decide(by, case))
    with transaction.atomic():
        state = CaseState.HIDDEN if hide else CaseState.KEPT
        facts = {"state": state, "decided_at": timezone.now(), "decision_reason": reason}
        if not Case.objects.open().free_for(by).filter(pk=case.pk).update(decided_by_id=by.person_id, **facts):
            raise AlreadyTaken
        if hide:
            _hide(case.message, reason)
        record_staff_action(by=by, verb=f"case_{state}", about_id=case.message.author_id, reason=reason)
        _tell_reporters(case)
    case.refresh_from_db()
    return case


def _tell_reporters(case: Case) -> None:
    for report in case.reports.select_related("reporter"):
        if report.reporter is not None:
            tell(person=report.reporter, kind=DECIDED, ref=report.public_id, key=f"desk.decided:{report.pk}")


def _hide(message: Message, reason: str) -> None:
    if message.hidden_at is None and message.deleted_at is None:
        message.hidden_at, message.hidden_reason = timezone.now(), reason
        store_change(message, ["hidden_at", "hidden_reason"])
        if message.author is not None:
            tell(person=message.author, kind=HIDDEN, ref=message.public_id, key=f"desk.hidden:{message.pk}")
