"""A page of a thread: which messages, where the divider stands, and how to turn the page without a number."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from forum.talk.beside import lay_beside
from forum.talk.changes import quoted_in, sight_of
from forum.talk.cursor import BadCursor, seal, unseal
from forum.talk.lists import messages_of, read_position
from forum.talk.models import Message, Thread
from forum.talk.models.message import MessageQuerySet
from network.access.viewer import Viewer

PAGE = 50
# How much that was read already stands above what is new, or above the message a link leads to.
CONTEXT = 10
# In place of a message's id: the latest page, however much of it is unread.
NOW = "now"


@dataclass(frozen=True)
class Shown:
    """A message with what this viewer may see of what it quotes."""

    message: Message
    quoted: Message | None
    is_first_unread: bool

    @property
    def day(self) -> str:
        """The heading of its day: `Today, Wednesday 4 November`, with the year where it is not this one."""
        day, today = timezone.localdate(self.message.said_at), timezone.localdate()
        near = {today: "Today, ", today - timedelta(days=1): "Yesterday, "}
        year = f" {day.year}" if day.year != today.year else ""
        return f"{near.get(day, '')}{day:%A} {day.day} {day:%B}{year}"


@dataclass(frozen=True)
class ThreadPage:
    """`older` and `newer` are opaque marks to turn the page with; empty where there is nothing more."""

    shown: list[Shown]
    unread: int
    older: str
    newer: str


# The messages of a page, and whether there are older and newer ones.
Window = tuple[list[Message], bool, bool]


def thread_page(viewer: Viewer, thread: Thread, *, before: str = "", after: str = "", at: str = "") -> ThreadPage:
    """Fifty messages: round a linked one, before or after an opaque mark, or where the viewer left off.

    A mark that is not theirs leads to the latest page. Everything is counted over what this viewer sees.
    """
    rows = messages_of(viewer, thread)
    upto = read_position(viewer, thread)
    latest = (*_ending(rows), False) if at == NOW else None
    window = _marked(rows, viewer, thread, before, after) or latest or _linked(rows, at) or _latest(rows, upto)
    found, has_older, has_newer = window
    lay_beside(found, viewer)
    fresh = [m for m in found if m.number > upto and m.author_id != viewer.person_id and m.is_standing]
    first = fresh[0] if fresh and upto else None
    shown = [Shown(message, quoted_in(message, viewer), message is first) for message in found]
    sight = sight_of(viewer)
    older = seal(thread.space_id, sight, found[0].number) if has_older else ""
    newer = seal(thread.space_id, sight, found[-1].number) if has_newer else ""
    return ThreadPage(shown, len(fresh) if first else 0, older, newer)


def _marked(rows: MessageQuerySet, viewer: Viewer, thread: Thread, before: str, after: str) -> Window | None:
    """The page before or after a mark; None without one, or with one that leads nowhere."""
    if not before and not after:
        return None
    try:
        mark = unseal(thread.space_id, sight_of(viewer), before or after)
    except BadCursor:
        return None
    if before:
        found, has_older = _ending(rows.filter(number__lt=mark))
        # A mark was made from a message on the page one comes from: there is something on its other side.
        return (found, has_older, True) if found else None
    return _starting(rows, mark)


def _linked(rows: MessageQuerySet, at: str) -> Window | None:
    """The page with a linked message, some of what came before it above."""
    linked = rows.filter(public_id=at).values_list("number", flat=True).first() if at else None
    return None if linked is None else _starting(rows, _some_before(rows, linked))


def _latest(rows: MessageQuerySet, upto: int) -> Window:
    """The latest page; or, where even that begins with something unread, the page where the viewer left off."""
    found, has_older = _ending(rows)
    if upto and has_older and found[0].number > upto:
        return _starting(rows, _some_before(rows, upto + 1)) or (found, has_older, False)
    return found, has_older, False


def _some_before(rows: MessageQuerySet, number: int) -> int:
    """The number after which a page must begin to show some context. Counted in messages, never in numbers:
    a difference of numbers would tell how many messages somebody does not see."""
    earlier = rows.filter(number__lt=number).order_by("-number").values_list("number", flat=True)
    return next(iter(earlier[CONTEXT : CONTEXT + 1]), 0)


def _ending(rows: MessageQuerySet) -> tuple[list[Message], bool]:
    found = list(rows.order_by("-number")[: PAGE + 1])
    return found[:PAGE][::-1], len(found) > PAGE


def _starting(rows: MessageQuerySet, mark: int) -> Window | None:
    found = list(rows.filter(number__gt=mark).order_by("number")[: PAGE + 1])
    return (found[:PAGE], mark > 0, len(found) > PAGE) if found else None
