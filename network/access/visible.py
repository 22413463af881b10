"""The one rule of sight. Each kind writes `visible_to` once, from these bricks."""

from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404

from network.access.viewer import Viewer

Thing = TypeVar("Thing", bound=Model)


class Refused(PermissionDenied):
    """Somebody who may see a thing may not do this to it. The words are calm and reach the person."""


def by_audience(viewer: Viewer, field: str = "audience") -> Q:
    """Things for an audience the viewer belongs to. An empty audience matches nobody."""
    return Q(**{f"{field}__in": sorted(viewer.audiences)})


def by_author(viewer: Viewer, field: str = "author") -> Q:
    """Things not written by somebody who is shielded from this viewer everywhere."""
    return ~Q(**{f"{field}_id__in": sorted(viewer.hidden_everywhere)}) if viewer.hidden_everywhere else Q()


def in_lists(viewer: Viewer, field: str = "person") -> Q:
    """People not shielded from this viewer in lists: directory, search, counts, attendees, completion."""
    return ~Q(**{f"{field}__in": sorted(viewer.hidden_in_lists)}) if viewer.hidden_in_lists else Q()


def can_see(viewer: Viewer, thing: Model) -> bool:
    """The list filter, asked about one row. There is no second rule that could disagree."""
    things: Any = type(thing)._default_manager
    return bool(things.visible_to(viewer).filter(pk=thing.pk).exists())


def find(things: type[Thing] | QuerySet[Thing], viewer: Viewer, public_id: str) -> Thing:
    """The thing with that opaque id, if this viewer may see it. Raises Http404 alike for hidden and for missing."""
    rows: Any = things if isinstance(things, QuerySet) else things._default_manager
    found = rows.visible_to(viewer).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def require(allowed: bool, why: str = "") -> None:
    """The first line of every action. Raises Refused."""
    if not allowed:
        raise Refused(why)


def hide_unless(allowed: bool) -> None:
    """For desks, whose existence is nobody else's business. Raises Http404, like every address that never was."""
    if not allowed:
        raise Http404
