"""The one who looks."""

from dataclasses import dataclass, field
from typing import Any

from network.access.audience import ALUMNI, MEMBERS, PUBLIC, cohort, group
from network.people.models import MEMBER_KINDS, STAFF_KINDS, Role, RoleKind, Shield, ShieldLevel


@dataclass(frozen=True)
class Viewer:
    """What one person may claim at this moment. Built once per request; rebuilt when access changes."""

    person_id: int | None = None
    audiences: frozenset[str] = frozenset({PUBLIC})
    roles: frozenset[str] = field(default_factory=frozenset)
    # The public ids of the spaces they keep.
    steward_of: frozenset[str] = field(default_factory=frozenset)
    hidden_in_lists: frozenset[int] = field(default_factory=frozenset)
    hidden_everywhere: frozenset[int] = field(default_factory=frozenset)

    @property
    def is_member(self) -> bool:
        """Whether the members' pages are theirs: by membership, never by office."""
        return MEMBERS in self.audiences

    @property
    def is_staff(self) -> bool:
        """Whether a desk is theirs."""
        return bool(self.roles & STAFF_KINDS)

    def has(self, *kinds: str) -> bool:
        """Whether one of these roles is in force."""
        return bool(self.roles.intersection(kinds))


OUTSIDER = Viewer()


def viewer_of(user: Any) -> Viewer:
    """The viewer behind a signed-in user; everybody else, suspended accounts included, is an outsider.

    Two queries: current roles, and the shields that cover this person.
    """
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return OUTSIDER
    roles = list(Role.objects.filter(person_id=user.pk).current().values_list("kind", "scope"))
    shields = list(Shield.objects.covering(user.pk).values_list("person_id", "level"))
    return Viewer(
        person_id=user.pk,
        audiences=_audiences(roles),
        roles=frozenset(kind for kind, _ in roles),
        steward_of=frozenset(scope for kind, scope in roles if kind == RoleKind.STEWARD),
        hidden_in_lists=frozenset(person for person, _ in shields),
        hidden_everywhere=frozenset(person for person, level in shields if level == ShieldLevel.EVERYWHERE),
    )


def _audiences(roles: list[tuple[str, str]]) -> frozenset[str]:
    found = {PUBLIC}
    for kind, scope in roles:
        if kind in MEMBER_KINDS:
            found.add(MEMBERS)
        if kind == RoleKind.ALUMNA:
            found.add(ALUMNI)
        if kind in (RoleKind.ALUMNA, RoleKind.PARTICIPANT) and scope:
            found.add(cohort(scope))
        if kind == RoleKind.REFERENCE_GROUP:
            found.add(group("reference"))
    return frozenset(found)
