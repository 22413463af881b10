"""What owners look at: who moderates which space."""

from dataclasses import dataclass

from django.db.models import QuerySet

from forum.spaces.models import Space
from network.access.audience import MEMBERS
from network.access.readers import people_in
from network.access.viewer import Viewer
from network.access.visible import in_lists
from network.people.models import Role, RoleKind, User

MOST_NAMESAKES = 20
MOST_LISTED = 200


@dataclass(frozen=True)
class Appointment:
    """Somebody's office in one space. `place` is empty where the space is not this viewer's to read."""

    role: Role
    place: str

    @property
    def person(self) -> User:
        return self.role.person


def roles_of_moderators(viewer: Viewer) -> QuerySet[Role]:
    """Of those who moderate one space, now or from a day that is set, less those hidden in lists from this viewer."""
    local = Role.objects.lasting().filter(in_lists(viewer), kind=RoleKind.MODERATOR).exclude(scope="")
    return local.filter(person__is_active=True).select_related("person").order_by("person__name", "pk")


def appointments(viewer: Viewer) -> list[Appointment]:
    """As owners read them. Two queries."""
    roles = list(roles_of_moderators(viewer)[:MOST_LISTED])
    names = dict(
        Space.objects.visible_to(viewer)
        .filter(public_id__in=[role.scope for role in roles])
        .values_list("public_id", "name")
    )
    return [Appointment(role, names.get(role.scope, "")) for role in roles]


def spaces_to_name_for(viewer: Viewer) -> list[Space]:
    """The rooms this viewer may read."""
    return list(Space.objects.visible_to(viewer).rooms().by_position())


def members_named(viewer: Viewer, name: str) -> list[User]:
    """Members of that name, less those who are hidden in lists from this viewer. One query."""
    people = people_in(MEMBERS).filter(in_lists(viewer, "pk"), name__iexact=name.strip())
    return list(people.order_by("pk")[:MOST_NAMESAKES])
