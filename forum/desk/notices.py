"""What the moderators tell people. Mail never names a space, a person or a word."""

from forum.talk.models import Message
from forum.talk.notices import to_message
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.people.models import User


def _is_still_hidden(person: User, ref: str) -> bool:
    """Of one's own words, in a room one may still read."""
    mine = Message.objects.visible_to(viewer_of(person)).filter(author=person, public_id=ref)
    return mine.filter(hidden_at__isnull=False).exists()


HIDDEN = Kind(
    name="desk.hidden",
    subject="A note from the moderators",
    words="The moderators have hidden one of your messages. The message's page says why, and how to appeal.",
    still_true=_is_still_hidden,
    link=to_message,
)
DECIDED = Kind(
    name="desk.decided",
    subject="A note from the moderators",
    words="A moderator has looked at what you reported and has decided. Thank you.",
)
