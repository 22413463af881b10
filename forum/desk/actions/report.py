"""Asking the moderators to look."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.desk.models import Case, CaseState, Report
from forum.desk.models.report import due_after
from forum.talk.actions.message import MINUTE
from forum.talk.models import Message
from forum.talk.rules import can_report
from network.access.viewer import Viewer
from network.access.visible import require

MOST_REPORTS_A_MINUTE = 10


class ReportingTooFast(Exception):
    """More than ten reports within a minute."""


def report_message(
    *, by: Viewer, message: Message, reason: str, words: str, key: UUID, at: datetime | None = None
) -> Report:
    """Report a message as it stands. Reported again by the same person, it is the same report.

    All open reports about a message are one case. Raises Refused or ReportingTooFast. `at` is for invented worlds.
    """
    require(can_report(by, message))
    mine = Report.objects.filter(reporter_id=by.person_id)
    if earlier := mine.filter(message=message).first():
        return earlier
    if at is None and mine.filter(reported_at__gt=timezone.now() - MINUTE).count() >= MOST_REPORTS_A_MINUTE:
        raise ReportingTooFast("You have reported 10 messages in a minute. You can report again in a minute.")
    now = at or timezone.now()
    with transaction.atomic():
        facts = {"reason": reason, "words": words, "reported_body": message.body, "key": key, "reported_at": now}
        facts["case"] = _open_case(message, now, due_after(now, reason))
        report, _ = Report.objects.get_or_create(reporter_id=by.person_id, message=message, defaults=facts)
    return report


def _open_case(message: Message, now: datetime, due_at: datetime) -> Case:
    """The open case about it, held until this report is in: whoever decides meanwhile decides it as well."""
    waiting = Case.objects.select_for_update()
    facts = {"opened_at": now, "due_at": due_at}
    case, _ = waiting.get_or_create(message=message, state=CaseState.OPEN, defaults=facts)
    if due_at < case.due_at:
        case.due_at = due_at
        case.save(update_fields=["due_at"])
    return case
