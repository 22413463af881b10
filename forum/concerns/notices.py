"""What those who report are told, and whoever must look. Mail never names a thing, a person or a word."""

from django.urls import reverse

from forum.concerns.models import Concern, Measure, matters
from forum.concerns.rules import is_asked
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.people.models import User


def _is_for_them(person: User, ref: str) -> bool:
    return Concern.objects.visible_to(viewer_of(person)).open().filter(public_id=ref).exists()


def _is_theirs(person: User, ref: str) -> bool:
    return Concern.objects.reported_by(viewer_of(person)).filter(public_id=ref).exists()


def _is_about_them(person: User, ref: str) -> bool:
    return Measure.objects.told_to(viewer_of(person)).filter(public_id=ref).exists()


def _is_theirs_to_second(person: User, ref: str) -> bool:
    return Measure.objects.visible_to(viewer_of(person)).proposed().filter(public_id=ref).exists()


def _is_offered(person: User, ref: str) -> bool:
    """Whatever it is about: still nobody's, and within their sight."""
    viewer = viewer_of(person)
    return any(kind.objects.visible_to(viewer).unclaimed().filter(public_id=ref).exists() for kind in matters())


def _is_asked_of_them(person: User, ref: str) -> bool:
    concern = Concern.objects.filter(public_id=ref).first()
    return concern is not None and is_asked(viewer_of(person), concern)


def _to_table(ref: str) -> str:
    return reverse("cases")


def _to_measure(ref: str) -> str:
    return reverse("my_measure", args=[ref])


def _to_proposal(ref: str) -> str:
    return reverse("proposal", args=[ref])


def _to_concern(ref: str) -> str:
    return reverse("concern", args=[ref])


def _to_asked(ref: str) -> str:
    return reverse("asked", args=[ref])


def _to_receipt(ref: str) -> str:
    return reverse("receipt", args=[ref])


RECEIVED = Kind(
    name="concerns.received",
    subject="A note from the moderators",
    words="We have what you sent. Its page says by when somebody looks.",
    has_reference=True,
    still_true=_is_theirs,
    link=_to_receipt,
)
DECIDED = Kind(
    name="concerns.decided",
    subject="A note from the moderators",
    words="A moderator has looked at what you sent. Its page says what came of it.",
    still_true=_is_theirs,
    link=_to_receipt,
)
PASSED = Kind(
    name="concerns.passed",
    subject="Something waits for you at the moderators' table",
    words="A moderator has passed something to you that wants the network lead.",
    still_true=_is_for_them,
    link=_to_concern,
)
URGENT = Kind(
    name="concerns.urgent",
    subject="Something urgent waits at the moderators' table",
    words="Somebody may be in danger. Please look within the hour.",
    still_true=_is_for_them,
    link=_to_concern,
)
MEASURE = Kind(
    name="concerns.measure",
    subject="A note from the moderators",
    words="The moderators have written to you. The page says what it is about, and what you can do.",
    still_true=_is_about_them,
    link=_to_measure,
)
ASKED = Kind(
    name="concerns.asked",
    subject="A note from the moderators",
    words="The moderators ask you to look at a page you keep. Their note says what is wrong with it.",
    still_true=_is_asked_of_them,
    link=_to_asked,
)
PROPOSED = Kind(
    name="concerns.proposed",
    subject="Something waits for you at the moderators' table",
    words="Another moderator proposes something that takes two people.",
    still_true=_is_theirs_to_second,
    link=_to_proposal,
)
OFFERED = Kind(
    name="concerns.offered",
    subject="Something waits for you at the moderators' table",
    words="You are on duty, and something waits for a moderator. Leave it to others if it is not for you.",
    still_true=_is_offered,
    link=_to_table,
)
