"""What this room tells people. Mail never names a space, a person or a word."""

from django.urls import reverse

from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.people.models import User


def _may_still_read(person: User, ref: str) -> bool:
    return Message.objects.visible_to(viewer_of(person)).standing().filter(public_id=ref).exists()


def _is_still_hidden(person: User, ref: str) -> bool:
    """Of one's own words, in a room one may still read."""
    mine = Message.objects.visible_to(viewer_of(person)).filter(author=person, public_id=ref)
    return mine.filter(hidden_at__isnull=False).exists()


def _to_message(ref: str) -> str:
    message = Message.objects.select_related("thread").filter(public_id=ref).first()
    return reverse("message", args=[message.thread.public_id, ref]) if message else reverse("notices")


REPLY = Kind(
    name="talk.reply",
    subject="Somebody answered you",
    words="Somebody answered you in a discussion.",
    still_true=_may_still_read,
    link=_to_message,
)
HIDDEN = Kind(
    name="talk.hidden",
    subject="A note from the moderators",
    words="The moderators have hidden one of your messages. The message's page says why, and how to appeal.",
    still_true=_is_still_hidden,
    link=_to_message,
)
DECIDED = Kind(
    name="talk.decided",
    subject="A note from the moderators",
    words="A moderator has looked at what you reported and has decided. Thank you.",
)
