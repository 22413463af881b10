"""Who reads and who keeps a space, through the eyes of somebody who asks."""

from django.db.models import QuerySet

from forum.spaces.models import Space
from network.access.viewer import Viewer, viewer_of
from network.access.visible import can_see, in_lists
from network.people.models import Role, RoleKind, User

MOST_NAMESAKES = 20


def stewards(space: Space) -> QuerySet[Role]:
    """Its stewards' roles in force."""
    return Role.objects.current().filter(kind=RoleKind.STEWARD, scope=space.public_id)


def stewards_seen_by(viewer: Viewer, space: Space) -> list[User]:
    """Its stewards, less those who are hidden in lists from this viewer. One query."""
    return [role.person for role in stewards(space).filter(in_lists(viewer)).select_related("person").order_by("pk")]


def readers_named(viewer: Viewer, space: Space, name: str) -> list[User]:
    """People of that name who may read the space, less those who are hidden in lists from this viewer."""
    named = User.objects.filter(in_lists(viewer, "pk"), name__iexact=name.strip(), is_active=True).order_by("pk")
    return [person for person in named[:MOST_NAMESAKES] if can_see(viewer_of(person), space)]
