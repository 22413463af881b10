"""Who reads and who keeps a space, through the eyes of somebody who asks."""

from django.db.models import QuerySet

from forum.spaces.models import Space
from network.access.readers import people_in
from network.access.viewer import Viewer
from network.access.visible import in_lists
from network.people.models import Role, RoleKind, User

MOST_NAMESAKES = 20


def readers(space: Space) -> QuerySet[User]:
    """Everybody who may read it at this moment."""
    kept_out = Role.objects.current().filter(kind=RoleKind.BARRED, scope=space.public_id)
    return people_in(space.audience).exclude(pk__in=kept_out.values("person_id"))


def readers_seen_by(viewer: Viewer, space: Space) -> QuerySet[User]:
    """Everybody who may read it, less those who are hidden in lists from this viewer."""
    return readers(space).filter(in_lists(viewer, "pk"))


def stewards(space: Space) -> QuerySet[Role]:
    """Its stewards' roles in force."""
    return Role.objects.current().filter(kind=RoleKind.STEWARD, scope=space.public_id)


def stewards_seen_by(viewer: Viewer, space: Space) -> list[User]:
    """Its stewards, less those who are hidden in lists from this viewer. One query."""
    return [role.person for role in stewards(space).filter(in_lists(viewer)).select_related("person").order_by("pk")]


def readers_named(viewer: Viewer, space: Space, name: str) -> list[User]:
    """People of that name who may read the space, less those who are hidden in lists from this viewer. One query."""
    return list(readers_seen_by(viewer, space).filter(name__iexact=name.strip()).order_by("pk")[:MOST_NAMESAKES])
