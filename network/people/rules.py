"""Who may change what people are."""

from django.db.models import Q

from network.people.models import Role, RoleKind, User

# Which current role may grant which kinds. None as the granter is the system itself: a proof it has checked.
GRANTS: dict[str, frozenset[RoleKind]] = {
    RoleKind.OWNER: frozenset(RoleKind),
    RoleKind.MODERATOR: frozenset({RoleKind.STEWARD, RoleKind.BARRED}),
    RoleKind.PROGRAMME_MANAGER: frozenset(
        {RoleKind.ALUMNA, RoleKind.ALLY, RoleKind.PARTICIPANT, RoleKind.REFERENCE_GROUP}
    ),
}


def kinds_held(person: User) -> frozenset[str]:
    """The kinds of a person's current roles, less moderating one space alone. Costs a query."""
    held = Role.objects.filter(person=person).current().exclude(~Q(scope=""), kind=RoleKind.MODERATOR)
    return frozenset(held.values_list("kind", flat=True))


def can_grant(granter: User | None, kind: str, scope: str = "") -> bool:
    """Whether one may give or end a role of a kind. The system may; nobody else beyond the table above.

    Whoever moderates one space keeps people out of that one.
    """
    if granter is None:
        return True
    if not granter.is_active:
        return False
    if any(kind in GRANTS.get(held, frozenset()) for held in kinds_held(granter)):
        return True
    theirs = Role.objects.filter(person=granter, kind=RoleKind.MODERATOR, scope=scope).current()
    return kind == RoleKind.BARRED and bool(scope) and theirs.exists()


def can_suspend(actor: User | None, person: User) -> bool:
    """Owners and moderators, never upon themselves; an owner is another owner's to suspend."""
    if actor is None:
        return True
    if actor == person or not actor.is_active:
        return False
    held = kinds_held(actor)
    return RoleKind.OWNER in held or (RoleKind.MODERATOR in held and RoleKind.OWNER not in kinds_held(person))
