"""What the moderators tell people. Mail never names a space, a person or a word."""

from django.urls import reverse

from forum.concerns.models import matters
from forum.desk.models import Appeal, Case, Report
from forum.talk.models import Message
from forum.talk.notices import to_message
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.people.models import User


def _is_still_hidden(person: User, ref: str) -> bool:
    """Of one's own words, in a room one may still read."""
    mine = Message.objects.visible_to(viewer_of(person)).filter(author=person, public_id=ref)
    return mine.filter(hidden_at__isnull=False).exists()


def _is_standing_again(person: User, ref: str) -> bool:
    return Message.objects.visible_to(viewer_of(person)).standing().filter(author=person, public_id=ref).exists()


def _is_for_them(person: User, ref: str) -> bool:
    return Case.objects.visible_to(viewer_of(person)).open().filter(public_id=ref).exists()


def _is_late_and_theirs(person: User, ref: str) -> bool:
    """Whatever it is about: still open, and within their sight."""
    viewer = viewer_of(person)
    return any(kind.objects.visible_to(viewer).open().filter(public_id=ref).exists() for kind in matters())


def _to_table(ref: str) -> str:
    return reverse("cases")


def _is_their_appeal(person: User, ref: str) -> bool:
    """Of one's own words, in a room one may still read."""
    mine = Message.objects.visible_to(viewer_of(person)).filter(author=person, public_id=ref)
    return mine.filter(cases__appeal__decided_at__isnull=False).exists()


def _is_theirs_to_judge(person: User, ref: str) -> bool:
    return Appeal.objects.visible_to(viewer_of(person)).open().filter(public_id=ref).exists()


def _is_their_report(person: User, ref: str) -> bool:
    return Report.objects.reported_by(viewer_of(person)).filter(public_id=ref).exists()


def _to_receipt(ref: str) -> str:
    return reverse("message_receipt", args=[ref])


def _to_appeal(ref: str) -> str:
    return reverse("appeal", args=[ref])


def _to_case(ref: str) -> str:
    return reverse("case", args=[ref])


HIDDEN = Kind(
    name="desk.hidden",
    subject="A note from the moderators",
    words="The moderators have hidden one of your messages. The message's page says why, and how to appeal.",
    still_true=_is_still_hidden,
    link=to_message,
)
PAUSED = Kind(
    name="desk.paused",
    subject="A note from the moderators",
    words="Posting is paused for you for a while; you can still read. The message's page says why, and how to appeal.",
    still_true=_is_still_hidden,
    link=to_message,
)
PASSED = Kind(
    name="desk.passed",
    subject="Something waits for you at the moderators' table",
    words="A moderator has passed something to you that wants the network lead.",
    still_true=_is_for_them,
    link=_to_case,
)
PENDING = Kind(
    name="desk.pending",
    subject="A note from the moderators",
    words="One of your messages is hidden until a moderator has looked at it. Nothing has been decided.",
    still_true=_is_still_hidden,
    link=to_message,
)
RESTORED = Kind(
    name="desk.restored",
    subject="A note from the moderators",
    words="A moderator has looked at your message. It stands again in its place.",
    still_true=_is_standing_again,
    link=to_message,
)
DECIDED = Kind(
    name="desk.decided",
    subject="A note from the moderators",
    words="A moderator has looked at what you reported. Its page says what came of it. Thank you.",
    still_true=_is_their_report,
    link=_to_receipt,
)
RECEIVED = Kind(
    name="desk.received",
    subject="A note from the moderators",
    words="We have what you sent. Thank you.",
    has_reference=True,
    still_true=_is_their_report,
    link=_to_receipt,
)
OVERTURNED = Kind(
    name="desk.overturned",
    subject="A note from the moderators",
    words="Somebody else has looked again at what you reported, and has decided otherwise.",
    still_true=_is_their_report,
    link=_to_receipt,
)
APPEAL = Kind(
    name="desk.appeal",
    subject="A note from the moderators",
    words="Somebody else has looked at your appeal. The message's page says what was decided.",
    still_true=_is_their_appeal,
    link=to_message,
)
APPEALED = Kind(
    name="desk.appealed",
    subject="Something waits for you at the moderators' table",
    words="An author has appealed, and no moderator can decide it.",
    still_true=_is_theirs_to_judge,
    link=_to_appeal,
)
URGENT = Kind(
    name="desk.urgent",
    subject="Something urgent waits at the moderators' table",
    words="Somebody may be in danger. Please look within the hour.",
    still_true=_is_for_them,
    link=_to_case,
)
LATE = Kind(
    name="desk.late",
    subject="Something waits for you at the moderators' table",
    words="Something at the moderators' table has waited longer than it should.",
    still_true=_is_late_and_theirs,
    link=_to_table,
)
