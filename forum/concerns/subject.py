"""What can be reported beside messages. A room of this wing, or of one above, keeps its kinds in `reportable.py`.

It says `REPORTABLE`, a list of kinds. Each finds its thing through sight, and takes down what it said at this moment.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.apps import apps
from django.http import Http404

from network.access.viewer import Viewer
from network.people.models import User

# The kind of what is said against hiding one's own words: an appeal, with a form of its own.
COVER = "cover"


@dataclass(frozen=True)
class Subject:
    """A thing as it stands: `extract` is all that moderators read of it, `parts` name what of it can be hidden, as far
    as whoever reports sees it. `about_id` is whom it speaks for, `scope` the public id of the space it stands in."""

    extract: str
    back: str
    about_id: int | None = None
    scope: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kept:
    """Whose office it is to change a thing, and where they do. No report of it is for whoever made it."""

    people: Collection[User] = ()
    where: str = ""
    made_by_id: int | None = None


def by_nobody(ref: str) -> Kept:
    return Kept()


@dataclass(frozen=True)
class SubjectKind:
    """`find(viewer, ref)` raises Http404 alike for hidden and for missing. `kept(ref)` says whom moderators ask about
    what is not theirs to hide."""

    name: str
    label: str
    find: Callable[[Viewer, str], Subject]
    kept: Callable[[str], Kept] = by_nobody


def kind_of(name: str) -> SubjectKind:
    """The kind of that name. Raises Http404."""
    kinds: dict[str, SubjectKind] = apps.get_app_config("concerns").kinds  # type: ignore[attr-defined]
    if name not in kinds:
        raise Http404
    return kinds[name]


def kept_of(name: str, ref: str) -> Kept:
    """Who keeps the thing; nobody where the room that kept its kind has gone."""
    kind = apps.get_app_config("concerns").kinds.get(name)  # type: ignore[attr-defined]
    return kind.kept(ref) if kind else Kept()


def label_of(name: str) -> str:
    """How moderators read a kind, also where the room that kept it has gone."""
    kind = apps.get_app_config("concerns").kinds.get(name)  # type: ignore[attr-defined]
    return kind.label if kind else "Something on the site"
