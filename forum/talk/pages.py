"""A page of a thread: which messages, where the divider stands, and how to turn the page without a number."""

from dataclasses import dataclass

from forum.talk.changes import quoted_in, sight_of
from forum.talk.cursor import BadCursor, seal, unseal
from forum.talk.lists import messages_of, read_position
from forum.talk.models import Message, Thread
from network.access.viewer import Viewer

PAGE = 50


@dataclass(frozen=True)
class Shown:
    """A message with what this viewer may see of what it quotes."""

    message: Message
    quoted: Message | None
    is_first_unread: bool


@dataclass(frozen=True)
class ThreadPage:
    shown: list[Shown]
    unread: int
    older: str
    newer: str


def thread_page(viewer: Viewer, thread: Thread, *, before: str = "", after: str = "", at: str = "") -> ThreadPage:
    """Fifty messages: round a linked one, before or after an opaque mark, or where the viewer left off.

    A mark that is not theirs leads to the latest page.
    """
    rows = messages_of(viewer, thread)
    upto = read_position(viewer, thread)
    window = _window(viewer, thread, before, after, at, upto)
    if window[0] == "after":
        found = list(rows.filter(number__gt=window[1]).order_by("number")[:PAGE])
    else:
        found = list(rows.filter(number__lt=window[1]).order_by("-number")[:PAGE])[::-1]
    fresh = [m for m in found if m.number > upto and m.author_id != viewer.person_id and m.is_standing]
    first = fresh[0] if fresh and upto else None
    shown = [Shown(message, quoted_in(message, viewer), message is first) for message in found]
    return ThreadPage(shown, len(fresh) if first else 0, *_turning(viewer, thread, found))


def _window(viewer: Viewer, thread: Thread, before: str, after: str, at: str, upto: int) -> tuple[str, int]:
    sight = sight_of(viewer)
    try:
        if before:
            return "before", unseal(thread.space_id, sight, before)
        if after:
            return "after", unseal(thread.space_id, sight, after)
    except BadCursor:
        return "before", 2**62
    if at and (linked := messages_of(viewer, thread).filter(public_id=at).first()):
        return "after", max(0, linked.number - PAGE // 3)
    earlier = messages_of(viewer, thread).filter(number__lte=upto).order_by("-number")[10:11]
    newer = messages_of(viewer, thread).filter(number__gt=upto).count() if upto else 0
    if newer > PAGE - 10:
        return "after", next((message.number for message in earlier), 1) - 1
    return "before", 2**62


def _turning(viewer: Viewer, thread: Thread, found: list[Message]) -> tuple[str, str]:
    if not found:
        return "", ""
    rows, sight = messages_of(viewer, thread), sight_of(viewer)
    first, last = found[0].number, found[-1].number
    older = seal(thread.space_id, sight, first) if rows.filter(number__lt=first).exists() else ""
    newer = seal(thread.space_id, sight, last) if rows.filter(number__gt=last).exists() else ""
    return older, newer
