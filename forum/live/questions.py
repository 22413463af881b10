"""What the hub asks the database. Each function is one question, asked through `asking.ask`."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage

from forum.spaces.models import Space
from forum.talk.changes import Changes, Question, changes_for, changes_since, cursor_now, sight_of
from forum.talk.cursor import unseal
from network.access.viewer import Viewer

# Says to a page: what you show is not what you may see, or not where you stand; load yourself anew.
AFRESH = {"kind": "afresh"}


def edition() -> dict[str, Any]:
    """Says to a page which scripts and styles this process gives: one loaded before a deploy may say so, politely."""
    return {"kind": "edition", "edition": getattr(staticfiles_storage, "manifest_hash", "")}


@dataclass(frozen=True)
class News:
    """Frames to hand on, where they lead, and whether to ask once more. `version` never leaves the process."""

    frames: list[dict[str, Any]]
    cursor: str
    more: bool
    version: int

    @property
    def is_afresh(self) -> bool:
        """Whether it says nothing but: load yourself anew."""
        return self.frames == [AFRESH]


@dataclass(frozen=True)
class Asked:
    """What is new in a space for a viewer, after a cursor?"""

    viewer: Viewer
    space_id: int
    cursor: str


def news_for(asked: list[Asked]) -> list[News]:
    """What changed since each cursor, with one look for all. Each asks about another space.

    A cursor that is none of a viewer's leads to now, and to a page loaded anew.
    """
    # A space's number is all that is needed. Without the empty id a random one would be drawn for each.
    questions = [Question(one.viewer, Space(pk=one.space_id, public_id=""), one.cursor) for one in asked]
    # Who has no cursor yet is told where they stand, which is a question of its own.
    if any(not question.cursor for question in questions):
        return [_news(one, changes_since(one.viewer, one.space, one.cursor)) for one in questions]
    return [_news(one, changes) for one, changes in zip(questions, changes_for(questions), strict=True)]


def _news(asked: Question, changes: Changes) -> News:
    if changes.reset:
        return News([AFRESH], cursor_now(asked.viewer, asked.space), False, -1)
    version = unseal(asked.space.pk, sight_of(asked.viewer), changes.cursor)
    return News([change.as_dict() for change in changes.items], changes.cursor, changes.more, version)


def versions_of(space_ids: list[int]) -> dict[int, int]:
    """The versions of these spaces."""
    return dict(Space.objects.filter(pk__in=space_ids).values_list("pk", "version"))


def sight_in(viewer: Viewer) -> Hashable:
    """Equal for those who see the same in a space they may all read."""
    return sight_of(viewer)
