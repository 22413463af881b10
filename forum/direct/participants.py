"""Who is in a conversation, and who was, through the eyes of somebody in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from forum.spaces.models import Space
from network.access.audience import DIRECT, is_direct
from network.access.viewer import Viewer
from network.people.models import MEMBER_KINDS, Role, RoleKind, User

MOST_PEOPLE = 8


@dataclass(frozen=True)
class Company:
    """Those in a conversation beside the viewer, and those who left it; nobody who hides from them everywhere."""

    present: list[User]
    left: list[Role]

    @property
    def everybody(self) -> list[User]:
        """Each once, whoever came back too."""
        return list(dict.fromkeys([*self.present, *(role.person for role in self.left)]))


def roles_in(spaces: Iterable[str]) -> QuerySet[Role]:
    """The roles, past and present, of those who are or were in these conversations, by their public ids."""
    return Role.objects.filter(kind=RoleKind.CORRESPONDENT, scope__in=list(spaces))


def present_in(space: Space) -> QuerySet[Role]:
    """Those who are in it, whether or not they could come at this moment."""
    return roles_in([space.public_id]).current()


def voters_in(space: Space) -> QuerySet[Role]:
    """Those whose yes is asked: people who could come at this moment."""
    members = Role.objects.filter(kind__in=MEMBER_KINDS).current().values("person_id")
    return present_in(space).filter(person__is_active=True, person__in=members)


def company_in(viewer: Viewer, spaces: Iterable[str]) -> dict[str, Company]:
    """By the public id of each conversation. One query, however many."""
    found = {scope: Company([], []) for scope in spaces}
    others = roles_in(found).exclude(person_id__in=viewer.hidden_everywhere | {viewer.person_id or 0})
    for role in others.select_related("person").order_by("starts_at", "pk"):
        company = found[role.scope]
        company.present.append(role.person) if role.ends_at is None else company.left.append(role)
    return found


def people_beside(viewer: Viewer) -> QuerySet[Role]:
    """The roles of everybody this viewer has or had for company and sees."""
    scopes = [audience.removeprefix(DIRECT) for audience in viewer.audiences if is_direct(audience)]
    return roles_in(scopes).exclude(person_id__in=viewer.hidden_everywhere)


def conversations_of_two(one: int, other: int) -> QuerySet[Space]:
    """Those in which these two are, and nobody else."""
    ours = Role.objects.filter(kind=RoleKind.CORRESPONDENT).current()
    shared = ours.filter(person=one, scope__in=ours.filter(person=other).values("scope")).values("scope")
    counted = ours.filter(scope__in=shared).values("scope").annotate(many=Count("pk")).filter(many=2)
    return Space.objects.filter(public_id__in=counted.values("scope"))


def in_words(people: list[User]) -> str:
    """Names as one reads them: two with an "and", more with commas before."""
    names = [person.name for person in people]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
