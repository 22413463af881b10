"""What changed since ..., for this viewer: the one question behind socket, stream, long poll and plain page."""

from dataclasses import dataclass, field
from operator import attrgetter

from django.db.models import OuterRef, Subquery, prefetch_related_objects
from django.template.loader import get_template

from forum.spaces.models import Space
from forum.talk.beside import lay_beside
from forum.talk.cursor import BadCursor, seal, unseal
from forum.talk.models import Message, Touch
from forum.talk.news import found_after
from network.access.viewer import Viewer
from network.access.visible import can_see

LIMIT = 200


@dataclass(frozen=True)
class Change:
    """One message as it now stands. Applying it means: replace the element of that id, or append it.

    `follows` is the cursor it comes after for this viewer, `cursor` the one it leads to. `is_new` tells a message said
    since the cursor asked from; any other one changed, and a page that does not show it need not care.
    """

    thread: str
    element: str
    author: str
    key: str
    html: str
    is_new: bool
    follows: str
    cursor: str

    def as_dict(self) -> dict[str, str | bool]:
        return {"kind": "message", **vars(self)}


@dataclass(frozen=True)
class Question:
    """What changed in a space, for this viewer, after this cursor?"""

    viewer: Viewer
    space: Space
    cursor: str


@dataclass(frozen=True)
class Changes:
    """`reset`: the cursor is none of this viewer's, load the page again. `more`: ask once more from `cursor`."""

    items: list[Change] = field(default_factory=list)
    cursor: str = ""
    more: bool = False
    reset: bool = False


def sight_of(viewer: Viewer) -> frozenset[int]:
    """What tells two members of one space apart: whom they do not see. Equal sight, equal frames, equal cursors."""
    return viewer.hidden_everywhere


def cursor_now(viewer: Viewer, space: Space) -> str:
    """Where the viewer stands when everything they may see is on the page: at the last change visible to them.

    A change they may not see moves nothing: the cursor stays the same word.
    """
    seen = (kind.objects.visible_to(viewer).filter(space=OuterRef("pk")) for kind in (Message, Touch))
    latest = [Subquery(rows.order_by("-version").values("version")[:1]) for rows in seen]
    found = Space.objects.filter(pk=space.pk).values_list(*latest).first() or ()
    return seal(space.pk, sight_of(viewer), max(filter(None, found), default=0))


def changes_since(viewer: Viewer, space: Space, cursor: str | None, limit: int = LIMIT) -> Changes:
    """The changes after a cursor, oldest first, at most `limit`; none at all where the viewer may not read.

    Without a cursor nothing is told but where the viewer stands. A foreign, forged or outdated cursor asks for a reset.
    """
    if not cursor:
        return Changes(cursor=cursor_now(viewer, space)) if can_see(viewer, space) else Changes(reset=True)
    return changes_for([Question(viewer, space, cursor)], limit)[0]


def changes_for(questions: list[Question], limit: int = LIMIT) -> list[Changes]:
    """What `changes_since` would answer to each, with one look at the messages for all. Each asks about another space:
    two sights of one space could not be told apart in what is found."""
    since = [_position(question) for question in questions]
    known = [(question, after) for question, after in zip(questions, since, strict=True) if after is not None]
    found = found_after([(q.viewer, q.space.pk, after) for q, after in known], limit)
    if len(found) > limit and len(known) > 1:
        return [changes_since(question.viewer, question.space, question.cursor, limit) for question in questions]
    # Few messages answer another: what they quote is fetched only then, which keeps the common question small.
    prefetch_related_objects([message for message in found if message.reply_to_id], "reply_to__author")
    by_space: dict[int, list[Message]] = {}
    for message in found:
        by_space.setdefault(message.space_id, []).append(message)
    return [
        _answer(question, after, by_space.get(question.space.pk, []), limit)
        for question, after in zip(questions, since, strict=True)
    ]


def _position(question: Question) -> int | None:
    try:
        return unseal(question.space.pk, sight_of(question.viewer), question.cursor)
    except BadCursor:
        return None


def _answer(question: Question, since: int | None, found: list[Message], limit: int) -> Changes:
    # Messages are only found where the space may be read; the second question is for when there are none.
    if since is None or (not found and not can_see(question.viewer, question.space)):
        return Changes(reset=True)
    lay_beside(found[:limit], question.viewer)
    items = _chained(found[:limit], question.viewer, since, question.cursor)
    return Changes(items, items[-1].cursor if items else question.cursor, more=len(found) > limit)


def _chained(messages: list[Message], viewer: Viewer, since: int, cursor: str) -> list[Change]:
    """Each linked to the one before.

    A message said and then changed comes by its change, after younger ones. A batch with such a message is told in the
    order of saying, and only its last link leads on: whoever hears but a part of it asks for all of it again.
    """
    said = [message.number for message in messages if message.number > since]
    in_order = said == sorted(said)
    told = messages if in_order else sorted(messages, key=attrgetter("number"))
    end = messages[-1] if messages else None
    items: list[Change] = []
    for message in told:
        leads_on = in_order or message is told[-1]
        after = seal(message.space_id, sight_of(viewer), (message if in_order else end).change) if leads_on else cursor
        items.append(_change(message, viewer, is_new=message.number > since, follows=cursor, cursor=after))
        cursor = after
    return items


def _change(message: Message, viewer: Viewer, *, is_new: bool, follows: str, cursor: str) -> Change:
    return Change(
        thread=message.thread.public_id,
        element=message.element_id,
        author=message.author.public_id if message.author else "",
        key=str(message.key),
        html=render_message(message, viewer),
        is_new=is_new,
        follows=follows,
        cursor=cursor,
    )


def quoted_in(message: Message, viewer: Viewer) -> Message | None:
    """The message it answers, while that stands and its author does not hide from this viewer."""
    quoted = message.reply_to
    if quoted is None or not quoted.is_standing or quoted.author_id in viewer.hidden_everywhere:
        return None
    return quoted


def render_message(message: Message, viewer: Viewer) -> str:
    """The element, alike for everybody of the same sight: the browser marks what is mine."""
    context = {"message": message, "quoted": quoted_in(message, viewer)}
    return get_template("forum/talk/message/_message.html").render(context)
