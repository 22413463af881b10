"""Reports of the demo world, and what its moderators decided."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from forum.desk.actions.decision import KEEP, REMIND, decide_case
from forum.desk.actions.report import report_message
from forum.desk.models import Report, ReportReason
from forum.talk.demo import key_of
from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.access.visible import can_see

ORDER = 75
# The demo's own words for a report: the reason of our list, and what the reporter added.
REPORTED = {
    "personal_contact_details": (ReportReason.IDENTIFIES, "This is somebody's private number."),
    "welfare": (ReportReason.WELFARE, "I am worried about her. Could somebody get in touch?"),
    "identifiable_child": (ReportReason.IDENTIFIES, "Anybody from there would know which child this is."),
    "interview_confidentiality": (ReportReason.OTHER, "I do not think interview questions should be posted."),
    "advert": (ReportReason.OTHER, "This is an advertisement."),
    "not_a_breach": (ReportReason.OTHER, ""),
    "tone": (ReportReason.HARASSMENT, "This is turning unkind."),
    "abuse": (ReportReason.RACISM, "Not what this network is for."),
    "slow_mode": (ReportReason.OTHER, "Third message in a minute while we asked everybody to slow down."),
}
DECIDED = {
    "identifiable_child": "It could identify a child. Please ask again without the place and the family.",
    "advert": "It is an advertisement. The network is not a place to recruit for an agency.",
    "not_a_breach": "A fair question, kindly put.",
    "abuse": "It speaks about members, not to them. Please put the point, it may be worth making.",
    "slow_mode": "We are going slowly here. Please post it again tomorrow.",
}


def build(world: Any) -> None:
    for row in sorted(world.read_json("threads.json")["threads"], key=lambda row: row["opener"]["created_at"]):
        for said in (row["opener"], *row["replies"]):
            _moderate(world, said)


def _moderate(world: Any, row: dict[str, Any]) -> None:
    """What became of a message: reported, kept or hidden."""
    state, why = row["moderation"]["state"], row["moderation"]["reason"]
    message = Message.objects.filter(key=key_of(row)).first()
    bola = viewer_of(world.cast("bola"))
    if state not in {"reported", "hidden", "held", "report dismissed"} or not (message and can_see(bola, message)):
        return
    reason, words = REPORTED[why]
    # The oldest open report is from this morning: the desk of the demo is not late.
    when = timezone.now() - timedelta(hours=3) + timedelta(minutes=7 * Report.objects.count())
    report = report_message(by=bola, message=message, reason=reason, words=words, key=key_of(row), at=when)
    if state != "reported":
        decision, said = KEEP if state == "report dismissed" else REMIND, DECIDED.get(why, words)
        decide_case(by=viewer_of(world.cast("dina")), case=report.case, decision=decision, reason=said, words=said)
