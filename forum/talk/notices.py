"""What this room tells people. Mail never names a space, a person or a word."""

from django.urls import reverse

from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.people.models import User


def _may_still_read(person: User, ref: str) -> bool:
    return Message.objects.visible_to(viewer_of(person)).standing().filter(public_id=ref).exists()


def to_message(ref: str) -> str:
    message = Message.objects.select_related("thread").filter(public_id=ref).first()
    return reverse("message", args=[message.thread.public_id, ref]) if message else reverse("notices")


REPLY = Kind(
    name="talk.reply",
    subject="Somebody answered you",
    words="Somebody answered you in a discussion.",
    still_true=_may_still_read,
    link=to_message,
)
