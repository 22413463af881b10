"""The one who looks."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple

from network.access.audience import ALUMNI, MEMBERS, PUBLIC, cohort, direct, event, group, region
from network.people.models import (
    BLOCK,
    MEMBER_KINDS,
    MUTE,
    STAFF_KINDS,
    Role,
    RoleKind,
    ShieldLevel,
    User,
    standing_between,
)


@dataclass(frozen=True)
class Viewer:
    """What one person may claim at this moment. Built once per request; rebuilt when access changes."""

    person_id: int | None = None
    audiences: frozenset[str] = frozenset({PUBLIC})
    roles: frozenset[str] = field(default_factory=frozenset)
    # Offices that do not count in this session: no second factor was shown in it.
    offices_waiting: frozenset[str] = field(default_factory=frozenset)
    # The public ids of the spaces they keep.
    steward_of: frozenset[str] = field(default_factory=frozenset)
    # Those of the spaces they moderate, where the office holds there alone.
    moderator_of: frozenset[str] = field(default_factory=frozenset)
    # Those of the spaces they are kept out of, whatever the audience.
    barred_from: frozenset[str] = field(default_factory=frozenset)
    hidden_in_lists: frozenset[int] = field(default_factory=frozenset)
    hidden_everywhere: frozenset[int] = field(default_factory=frozenset)
    # Those with whom a block stands between, whoever of the two began it.
    apart: frozenset[int] = field(default_factory=frozenset)
    # Those whose words they have folded away: for what they are shown and told themselves, never for a right.
    muted: frozenset[int] = field(default_factory=frozenset)
    # When the first of their roles ends by the clock, if one does: whoever keeps a viewer for longer looks again then.
    holds_until: datetime | None = field(default=None, compare=False)

    @property
    def is_member(self) -> bool:
        """Whether the members' pages are theirs: by membership, never by office."""
        return MEMBERS in self.audiences

    @property
    def is_staff(self) -> bool:
        """Whether a desk is theirs."""
        return bool(self.roles & STAFF_KINDS or self.moderator_of)

    def is_over(self, at: datetime) -> bool:
        """Whether one of the roles this was built from has ended by the clock since."""
        return self.holds_until is not None and self.holds_until <= at

    def without_offices(self) -> "Viewer":
        """The same person as a member alone."""
        waiting = self.roles & STAFF_KINDS | ({RoleKind.MODERATOR} if self.moderator_of else set())
        kept = self.roles - STAFF_KINDS
        return replace(self, roles=kept, moderator_of=frozenset(), offices_waiting=waiting)

    @property
    def untold_of(self) -> frozenset[int]:
        """Of whose presence and typing they hear nothing."""
        return self.hidden_in_lists | self.apart

    def has(self, *kinds: str) -> bool:
        """Whether one of these roles is in force."""
        return bool(self.roles.intersection(kinds))


OUTSIDER = Viewer()


def viewer_of(user: Any) -> Viewer:
    """The viewer behind a signed-in user; everybody else, suspended accounts included, is an outsider. Two queries."""
    if not getattr(user, "is_authenticated", False):
        return OUTSIDER
    return viewers_of([user])[user.pk]


class Found(NamedTuple):
    """A current role, and a region its holder works in."""

    kind: str
    scope: str
    ends_at: datetime | None
    region: str | None


def viewers_of(users: Iterable[User]) -> dict[int, Viewer]:
    """The viewer behind each of these accounts, by its id.

    Two queries, however many: current roles, and the shields and blocks between them and others.
    """
    is_active = {user.pk: user.is_active for user in users}
    asked = [person for person, is_in in is_active.items() if is_in]
    found: dict[int, list[Found]] = {}
    between: dict[int, list[tuple[int, str]]] = {}
    if asked:
        for person, kind, scope, end, place in Role.objects.filter(person_id__in=asked).current().with_regions():
            found.setdefault(person, []).append(Found(kind, scope, end, place))
        for viewer, person, how in standing_between(asked):
            between.setdefault(viewer, []).append((person, how))
    return {
        person: _viewer(person, found.get(person, []), between.get(person, [])) if is_in else OUTSIDER
        for person, is_in in is_active.items()
    }


def _viewer(person_id: int, found: list[Found], between: list[tuple[int, str]]) -> Viewer:
    roles = list(dict.fromkeys((role.kind, role.scope) for role in found))
    return Viewer(
        person_id=person_id,
        audiences=_audiences(roles, {role.region for role in found if role.region}),
        # Whoever moderates one space has no office elsewhere.
        roles=frozenset(kind for kind, scope in roles if kind != RoleKind.MODERATOR or not scope),
        steward_of=frozenset(scope for kind, scope in roles if kind == RoleKind.STEWARD),
        moderator_of=frozenset(scope for kind, scope in roles if kind == RoleKind.MODERATOR and scope),
        barred_from=frozenset(scope for kind, scope in roles if kind == RoleKind.BARRED),
        hidden_in_lists=frozenset(person for person, how in between if how not in (BLOCK, MUTE)),
        hidden_everywhere=frozenset(person for person, how in between if how == ShieldLevel.EVERYWHERE),
        apart=frozenset(person for person, how in between if how == BLOCK),
        muted=frozenset(person for person, how in between if how == MUTE),
        holds_until=min((role.ends_at for role in found if role.ends_at), default=None),
    )


def _audiences(roles: list[tuple[str, str]], regions: set[str]) -> frozenset[str]:
    found = {PUBLIC}
    is_member = any(kind in MEMBER_KINDS for kind, _ in roles)
    if is_member:
        found |= {MEMBERS, *map(region, regions)}
    for kind, scope in roles:
        if kind == RoleKind.ALUMNA:
            found.add(ALUMNI)
        if kind in (RoleKind.ALUMNA, RoleKind.PARTICIPANT) and scope:
            found.add(cohort(scope))
        if kind == RoleKind.REFERENCE_GROUP:
            found.add(group("reference"))
        # A place or a conversation is a member's: it ends with the membership.
        if is_member and kind == RoleKind.ATTENDEE:
            found.add(event(scope))
        if is_member and kind == RoleKind.CORRESPONDENT:
            found.add(direct(scope))
    return frozenset(found)
