"""What this room tells people. Words fit for an employer's eyes."""

from django.urls import reverse

from network.membership.models import Pledge
from network.notices.kind import Kind
from network.people.models import User


def to_pledge(ref: str) -> str:
    return reverse("pledge")


def to_home(ref: str) -> str:
    return reverse("member_home")


def to_waiting(ref: str) -> str:
    return reverse("waiting")


def to_reply(ref: str) -> str:
    return reverse("join_reply")


def still_unanswered(person: User, ref: str) -> bool:
    """A pledge answered before the letter left needs no reminder."""
    return Pledge.objects.made().filter(person=person, pk=ref).exists()


WELCOME = Kind(
    name="membership.welcome", subject="You are welcome", words="Your account is ready to be used.", link=to_home
)
DECLINED = Kind(
    name="membership.declined",
    subject="About your request",
    words="We have read your request and answered it.",
    link=to_waiting,
)
ASKED = Kind(
    name="membership.asked",
    subject="About your request",
    words="We have read your request and have a question.",
    link=to_reply,
)
PLEDGE_DUE = Kind(
    name="membership.pledge_due",
    subject="A date you set yourself",
    words="A date you set yourself is near. Tell us in a minute how it went.",
    link=to_pledge,
    still_true=still_unanswered,
)
