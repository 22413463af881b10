"""What the hub asks the database. Each function is one question, asked through `asking.ask`."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from forum.spaces.models import Space
from forum.talk.changes import changes_since, cursor_now, sight_of
from forum.talk.cursor import unseal
from network.access.viewer import Viewer

# Says to a page: what you show is not what you may see, or not where you stand; load yourself anew.
AFRESH = {"kind": "afresh"}


@dataclass(frozen=True)
class News:
    """Frames to hand on, where they lead, and whether to ask once more. `version` never leaves the process."""

    frames: list[dict[str, Any]]
    cursor: str
    more: bool
    version: int


def news_for(viewer: Viewer, space_id: int, cursor: str) -> News:
    """What changed since a cursor. One that is none of this viewer's leads to now, and to a page loaded anew."""
    space = Space(pk=space_id)
    changes = changes_since(viewer, space, cursor)
    if changes.reset:
        return News([AFRESH], cursor_now(viewer, space), False, -1)
    version = unseal(space_id, sight_of(viewer), changes.cursor)
    return News([change.as_dict() for change in changes.items], changes.cursor, changes.more, version)


def versions_of(space_ids: list[int]) -> dict[int, int]:
    """The versions of these spaces."""
    return dict(Space.objects.filter(pk__in=space_ids).values_list("pk", "version"))


def sight_in(viewer: Viewer) -> Hashable:
    """Equal for those who see the same in a space they may all read."""
    return sight_of(viewer)
