"""What stands around a message of a private conversation: for whoever reports it, and for the two who opened more."""

from forum.talk.models import Message
from forum.talk.models.message import MessageQuerySet
from network.access.viewer import Viewer
from network.access.visible import by_author

# So many either side may be chosen by whoever reports (standard, M10), and so many are opened by two.
MOST_BESIDE = 5
MOST_WIDER = 20


def around(rows: MessageQuerySet, message: Message, most: int) -> list[Message]:
    """So many of these either side of the message, without it, in the order of saying. Two queries."""
    rows = rows.filter(thread=message.thread_id).select_related("author")
    before = list(rows.filter(number__lt=message.number).order_by("-number")[:most])
    return [*before[::-1], *rows.filter(number__gt=message.number).order_by("number")[:most]]


def choosable(viewer: Viewer, message: Message) -> list[Message]:
    """What whoever reports it may let moderators read beside it: of a private conversation alone, and of what they
    read themselves."""
    if not message.space.is_direct:
        return []
    return around(Message.objects.visible_to(viewer).standing(), message, MOST_BESIDE)


def wider(viewer: Viewer, message: Message) -> list[Message]:
    """What two open. The right to it is asked where it is read: no office sees the conversation itself."""
    beside = around(Message.objects.standing().filter(by_author(viewer)), message, MOST_WIDER)
    return sorted([*beside, message], key=lambda one: one.number)
