"""What this room tells people. Mail never names a space, a person or a word."""

from collections.abc import Callable
from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from forum.talk.lists import unread_messages
from forum.talk.mentions import speaks_of
from forum.talk.models import Following, Held, HeldState, Message, Thread
from network.access.viewer import viewer_of
from network.notices.kind import About, Choice, Kind, Pace
from network.notices.models import Notice
from network.notices.models.notice import NoticeQuerySet
from network.people.models import User

# Whoever reads along has read it by then, and need not be told.
A_MOMENT = timedelta(minutes=1)

# What still holds of some notices of a person, and what each is about; in a constant number of queries.
Abouts = Callable[[User, list[str]], dict[str, About]]


def _readable(person: User, refs: list[str]) -> QuerySet[Message]:
    viewer = viewer_of(person)
    found = Message.objects.visible_to(viewer).standing().filter(public_id__in=refs)
    # Of words they have folded away with all their author says they are told nothing.
    found = found.exclude(author_id__in=viewer.muted, author__isnull=False) if viewer.muted else found
    return found.select_related("thread", "author")


def _about(message: Message) -> About:
    thread = message.thread
    there = reverse("message", args=[thread.public_id, message.public_id])
    return About(thread.public_id, message.author_name, thread.title, there, reverse("thread", args=[thread.public_id]))


def _answers(person: User, refs: list[str]) -> dict[str, About]:
    return {message.public_id: _about(message) for message in _readable(person, refs)}


def _calls(person: User, refs: list[str]) -> dict[str, About]:
    """They may read it, it still calls them by their name, and they have not muted its thread meanwhile."""
    muted = Following.objects.muted().filter(person=person).values("thread_id")
    found = _readable(person, refs).exclude(thread_id__in=muted)
    return {message.public_id: _about(message) for message in found if speaks_of(message.body, person.name)}


def _news(person: User, refs: list[str]) -> dict[str, About]:
    """From that message on: something they may see, have not read, and still want to know of."""
    followed = Following.objects.followed().filter(person=person).values("thread_id")
    unread = unread_messages(viewer_of(person)).filter(thread_id=OuterRef("thread_id"), number__gte=OuterRef("number"))
    first = Message.objects.filter(Exists(unread), public_id__in=refs, thread_id__in=followed)
    found: dict[str, About] = {}
    for message in first.select_related("thread"):
        there = reverse("thread", args=[message.thread.public_id])
        found[message.public_id] = About(message.thread.public_id, "", message.thread.title, there, there)
    return found


def holds_by(abouts: Abouts) -> Callable[[User, str], bool]:
    """The same question about one notice."""
    return lambda person, ref: ref in abouts(person, [ref])


def to_message(ref: str) -> str:
    message = Message.objects.select_related("thread").filter(public_id=ref).first()
    return reverse("message", args=[message.thread.public_id, ref]) if message else reverse("notices")


def _to_thread(ref: str) -> str:
    message = Message.objects.select_related("thread").filter(public_id=ref).first()
    return reverse("thread", args=[message.thread.public_id]) if message else reverse("notices")


def has_muted(person: User, thread: Thread) -> bool:
    """Whether they want to be told nothing of it."""
    return Following.objects.muted().filter(person=person, thread=thread).exists()


def of_thread(person_id: int | None, thread_id: int) -> NoticeQuerySet:
    """What this person was told of news in a followed thread."""
    return Notice.objects.filter(person_id=person_id, key__startswith=f"{FOLLOWED.name}:{thread_id}:")


def key_since_read(person: User, thread_id: int) -> str:
    """The once-only key of news in a thread: the same until what was told last has been read, then another one."""
    last = of_thread(person.pk, thread_id).order_by("-pk").first()
    if last is not None and last.read_at is None:
        return last.key
    return f"{FOLLOWED.name}:{thread_id}:{last.pk if last else 0}"


def _space(ref: str) -> str:
    """The space a message was said in: one may want less mail about it."""
    found = Message.objects.filter(public_id=ref).values_list("space__public_id", flat=True)
    return found.first() or ""


def _was_not_posted(state: HeldState) -> Callable[[User, str], bool]:
    def still_true(person: User, ref: str) -> bool:
        return Held.objects.filter(author=person, public_id=ref, state=state).exists()

    return still_true


def _to_held(ref: str) -> str:
    return reverse("held", args=[ref])


MENTION = Kind(
    name="talk.mention",
    subject="Somebody mentioned you",
    words="Somebody mentioned you in a discussion.",
    still_true=holds_by(_calls),
    link=to_message,
    place=_space,
    about=_calls,
    deed="mentioned you in",
    tab="mentions",
    choice=Choice("Mentions of me", "Somebody writes your name after an @", "mention", "mentions"),
)
REPLY = Kind(
    name="talk.reply",
    subject="Somebody answered you",
    words="Somebody answered you in a discussion.",
    still_true=holds_by(_answers),
    link=to_message,
    place=_space,
    about=_answers,
    deed="answered you in",
    choice=Choice("Replies to me", "Grouped, so ten replies are one line", "reply", "replies"),
)
FOLLOWED = Kind(
    name="talk.followed",
    subject="Something new in a discussion",
    words="There is something new in a thread you follow.",
    still_true=holds_by(_news),
    link=_to_thread,
    place=_space,
    about=_news,
    deed="There is something new in",
    choice=Choice(
        "Threads I follow", "Told once, until you have read them", "thread with news", "threads with news", Pace.NONE
    ),
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
