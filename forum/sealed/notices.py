"""What this room tells people. Mail never names a space, a person or a word."""

from django.urls import reverse

from forum.sealed.models import Opening
from forum.sealed.rules import can_decide_opening
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.people.models import User


def _is_known_to(person: User, ref: str) -> bool:
    return Opening.objects.known_to_author(viewer_of(person)).filter(public_id=ref).exists()


def _to_own_words(ref: str) -> str:
    return reverse("own_unnamed")


def _waits_for(person: User, ref: str) -> bool:
    opening = Opening.objects.filter(public_id=ref).first()
    return opening is not None and can_decide_opening(viewer_of(person), opening)


def _to_opening(ref: str) -> str:
    return reverse("opening", args=[ref])


ASKED = Kind(
    name="sealed.asked",
    subject="Something waits for you at the moderators' table",
    words="Somebody asks you to decide something that takes two people. Please look soon.",
    still_true=_waits_for,
    link=_to_opening,
)
OPENED = Kind(
    name="sealed.opened",
    subject="Something you should know",
    words="There is something about you that you should know. Its page says what, when and why.",
    still_true=_is_known_to,
    link=_to_own_words,
)
