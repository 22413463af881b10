"""What this room tells people. Mail never names a conversation, a person or a word."""

from django.urls import reverse

from forum.extracts.models import Widening
from forum.extracts.rules import can_answer_widening
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.people.models import User


def _is_known_to(person: User, ref: str) -> bool:
    return Widening.objects.known_to(viewer_of(person)).filter(public_id=ref).exists()


def _to_readings(ref: str) -> str:
    return reverse("readings")


def _waits_for(person: User, ref: str) -> bool:
    widening = Widening.objects.filter(public_id=ref).first()
    return widening is not None and can_answer_widening(viewer_of(person), widening)


def _to_widening(ref: str) -> str:
    return reverse("widening", args=[ref])


ASKED = Kind(
    name="extracts.asked",
    subject="Something waits for you at the moderators' table",
    words="Somebody asks you to decide something that takes two people. Please look soon.",
    still_true=_waits_for,
    link=_to_widening,
)
OPENED = Kind(
    name="extracts.opened",
    subject="Something you should know",
    words="There is something about you that you should know. Its page says what, when and why.",
    still_true=_is_known_to,
    link=_to_readings,
)
