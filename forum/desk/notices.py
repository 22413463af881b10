"""What the moderators tell people. Mail never names a space, a person or a word."""

from django.urls import reverse

from forum.desk.models import Case
from forum.talk.models import Message
from forum.talk.notices import to_message
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.people.models import User


def _is_still_hidden(person: User, ref: str) -> bool:
    """Of one's own words, in a room one may still read."""
    mine = Message.objects.visible_to(viewer_of(person)).filter(author=person, public_id=ref)
    return mine.filter(hidden_at__isnull=False).exists()


def _is_for_them(person: User, ref: str) -> bool:
    return Case.objects.visible_to(viewer_of(person)).open().filter(public_id=ref).exists()


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
DECIDED = Kind(
    name="desk.decided",
    subject="A note from the moderators",
    words="A moderator has looked at what you reported and has decided. Thank you.",
)
