"""What this room tells people. Mail never names a space, a person or a word."""

from collections.abc import Callable
from datetime import timedelta

from django.urls import reverse

from forum.talk.lists import unread_messages
from forum.talk.mentions import speaks_of
from forum.talk.models import Following, Held, HeldState, Message, Thread
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.notices.models import Notice
from network.notices.models.notice import NoticeQuerySet
from network.people.models import User

# Whoever reads along has read it by then, and need not be told.
A_MOMENT = timedelta(minutes=1)


def _may_still_read(person: User, ref: str) -> bool:
    return Message.objects.visible_to(viewer_of(person)).standing().filter(public_id=ref).exists()


def to_message(ref: str) -> str:
    message = Message.objects.select_related("thread").filter(public_id=ref).first()
    return reverse("message", args=[message.thread.public_id, ref]) if message else reverse("notices")


def _is_new_to_follower(person: User, ref: str) -> bool:
    """From that message on: something they may see, have not read, and still want to know of."""
    first = Message.objects.filter(public_id=ref).first()
    if first is None or not Following.objects.followed().filter(person=person, thread_id=first.thread_id).exists():
        return False
    unread = unread_messages(viewer_of(person)).filter(thread_id=first.thread_id)
    return unread.filter(number__gte=first.number).exists()


def _to_thread(ref: str) -> str:
    message = Message.objects.select_related("thread").filter(public_id=ref).first()
    return reverse("thread", args=[message.thread.public_id]) if message else reverse("notices")


def has_muted(person: User, thread: Thread) -> bool:
    """Whether they want to be told nothing of it."""
    return Following.objects.muted().filter(person=person, thread=thread).exists()


def _still_calls(person: User, ref: str) -> bool:
    """They may read it, it still calls them by their name, and they have not muted its thread meanwhile."""
    found = Message.objects.visible_to(viewer_of(person)).standing().filter(public_id=ref).select_related("thread")
    message = found.first()
    return message is not None and speaks_of(message.body, person.name) and not has_muted(person, message.thread)


def of_thread(person_id: int | None, thread_id: int) -> NoticeQuerySet:
    """What this person was told of news in a followed thread."""
    return Notice.objects.filter(person_id=person_id, key__startswith=f"{FOLLOWED.name}:{thread_id}:")


def key_since_read(person: User, thread_id: int) -> str:
    """The once-only key of news in a thread: the same until what was told last has been read, then another one."""
    last = of_thread(person.pk, thread_id).order_by("-pk").first()
    if last is not None and last.read_at is None:
        return last.key
    return f"{FOLLOWED.name}:{thread_id}:{last.pk if last else 0}"


def _was_not_posted(state: HeldState) -> Callable[[User, str], bool]:
    def still_true(person: User, ref: str) -> bool:
        return Held.objects.filter(author=person, public_id=ref, state=state).exists()

    return still_true


def _to_held(ref: str) -> str:
    return reverse("held", args=[ref])


REPLY = Kind(
    name="talk.reply",
    subject="Somebody answered you",
    words="Somebody answered you in a discussion.",
    still_true=_may_still_read,
    link=to_message,
)
MENTION = Kind(
    name="talk.mention",
    subject="Somebody mentioned you",
    words="Somebody mentioned you in a discussion.",
    still_true=_still_calls,
    link=to_message,
)
FOLLOWED = Kind(
    name="talk.followed",
    subject="Something new in a discussion",
    words="There is something new in a thread you follow.",
    still_true=_is_new_to_follower,
    link=_to_thread,
)
DECLINED = Kind(
    name="talk.declined",
    subject="A note from the moderators",
    words="A moderator has looked at a message of yours before it was posted. Its page says why it is not.",
    still_true=_was_not_posted(HeldState.DECLINED),
    link=_to_held,
)
LOST = Kind(
    name="talk.lost",
    subject="A message of yours could not be posted",
    words="A message of yours waited to be posted, and that is no longer possible. Its page keeps your words.",
    still_true=_was_not_posted(HeldState.LOST),
    link=_to_held,
)
