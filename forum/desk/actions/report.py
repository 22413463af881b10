"""Asking the moderators to look."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.concerns.actions.lead import call_lead
from forum.desk.hiding import hide
from forum.desk.lists import voices_of
from forum.desk.models import Case, CaseState, Report, ReportReason
from forum.desk.models.report import due_after
from forum.desk.notices import PENDING, RECEIVED, URGENT
from forum.extracts.actions.excerpt import keep_excerpts
from forum.talk.actions.pace import MINUTE
from forum.talk.models import Message
from forum.talk.rules import can_report
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell

MOST_REPORTS_A_MINUTE = 10
# So many independent voices hide a message until somebody has looked: never one alone.
VOICES_TO_HIDE = 3
UNTIL_SEEN = (
    "Several people have asked the moderators to look at this message. It is hidden until one of them has. "
    "Nothing has been decided."
)

AT_RISK = (
    "Somebody has asked the moderators to look at this message at once. It is hidden until one of them has. "
    "Nothing has been decided."
)


class ReportingTooFast(Exception):
    """More than ten reports within a minute."""


def report_message(
    *,
    by: Viewer,
    message: Message,
    reason: str,
    words: str,
    key: UUID,
    is_about_workplace: bool = False,
    beside: Collection[str] = (),
    at: datetime | None = None,
) -> Report:
    """Report a message as it stands. Reported again by the same person, it is the same report.

    All open reports about a message are one case. Of a private conversation moderators read what stands `beside` it,
    by public ids, and no more. Where somebody may be at risk the message is hidden and the network
    lead told at once. Raises Refused or ReportingTooFast. `at` is for invented worlds.
    """
    mine = Report.objects.filter(reporter_id=by.person_id)
    # Asked first: their own report may be the one that hid the message.
    if earlier := mine.filter(message=message).first():
        return earlier
    require(can_report(by, message), "This message was hidden or deleted meanwhile. Nobody reads it any more.")
    if at is None and mine.filter(reported_at__gt=timezone.now() - MINUTE).count() >= MOST_REPORTS_A_MINUTE:
        raise ReportingTooFast("You have reported 10 messages in a minute. You can report again in a minute.")
    now = at or timezone.now()
    with transaction.atomic():
        facts = {"reason": reason, "words": words, "reported_body": message.body, "key": key, "reported_at": now}
        facts["is_about_workplace"] = is_about_workplace
        facts["case"] = _open_case(message, now, due_after(now, reason))
        report, is_new = Report.objects.get_or_create(reporter_id=by.person_id, message=message, defaults=facts)
        if is_new:
            keep_excerpts(by=by, matter=report.case, message=message, beside=beside)
        if is_new and at is None and report.reporter is not None:
            tell(person=report.reporter, kind=RECEIVED, ref=report.public_id, key=f"desk.received:{report.pk}")
        if is_new and reason == ReportReason.SAFEGUARDING:
            _hide_until_seen(report.case, message, AT_RISK)
            call_lead(report.case, URGENT)
        elif is_new and voices_of(list(report.case.reports.all())) >= VOICES_TO_HIDE:
            _hide_until_seen(report.case, message, UNTIL_SEEN)
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


def _hide_until_seen(case: Case, message: Message, why: str) -> None:
    """The case is held, so that of three at once the last one counts all."""
    if hide(message, why) and message.author is not None:
        tell(person=message.author, kind=PENDING, ref=message.public_id, key=f"desk.pending:{case.pk}")
