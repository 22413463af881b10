"""Asking the moderators to look, and what they decide."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.desk.models import Report, ReportState
from forum.desk.notices import DECIDED, HIDDEN
from forum.desk.rules import can_decide
from forum.talk.actions.message import MINUTE, store_change
from forum.talk.models import Message
from forum.talk.rules import can_report
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell
from network.records.actions.log import record_staff_action

MOST_REPORTS_A_MINUTE = 10


class AlreadyDecided(Exception):
    """Another moderator was first."""


class ReportingTooFast(Exception):
    """More than ten reports within a minute."""


def report_message(
    *, by: Viewer, message: Message, reason: str, words: str, key: UUID, at: datetime | None = None
) -> Report:
    """Report a message as it stands. Reported again by the same person, it is the same report.

    Raises Refused or ReportingTooFast. `at` is for invented worlds.
    """
    require(can_report(by, message))
    mine = Report.objects.filter(reporter_id=by.person_id)
    if earlier := mine.filter(message=message).first():
        return earlier
    if at is None and mine.filter(reported_at__gt=timezone.now() - MINUTE).count() >= MOST_REPORTS_A_MINUTE:
        raise ReportingTooFast("You have reported 10 messages in a minute. You can report again in a minute.")
    report, _ = Report.objects.get_or_create(
        reporter_id=by.person_id,
        message=message,
        defaults={"reason": reason, "words": words, "reported_body": message.body, "key": key}
        | ({"reported_at": at} if at else {}),
    )
    return report


def decide_report(*, by: Viewer, report: Report, hide: bool, reason: str) -> Report:
    """Hide the message or let it stand, with a reason. Raises AlreadyDecided when somebody was first.

    The author learns what and why, the reporter that it was looked at; neither learns of the other.
    """
    require(can_decide(by, report))
    with transaction.atomic():
        decided = Report.objects.open().filter(pk=report.pk)
        state = ReportState.HIDDEN if hide else ReportState.KEPT
        if not decided.update(
            state=state, decided_by_id=by.person_id, decided_at=timezone.now(), decision_reason=reason
        ):
            raise AlreadyDecided
        if hide:
            _hide(report.message, reason)
        record_staff_action(by=by, verb=f"report_{state}", about_id=report.message.author_id, reason=reason)
        if report.reporter is not None:
            tell(person=report.reporter, kind=DECIDED, ref=report.public_id, key=f"desk.decided:{report.pk}")
    report.refresh_from_db()
    return report


def _hide(message: Message, reason: str) -> None:
    if message.hidden_at is None and message.deleted_at is None:
        message.hidden_at, message.hidden_reason = timezone.now(), reason
        store_change(message, ["hidden_at", "hidden_reason"])
        if message.author is not None:
            tell(person=message.author, kind=HIDDEN, ref=message.public_id, key=f"desk.hidden:{message.pk}")
