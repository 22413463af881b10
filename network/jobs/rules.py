"""Who may put a job back to work."""

from network.people.models import RoleKind, User
from network.people.rules import kinds_held


def can_release(actor: User) -> bool:
    """Owners and programme managers, as long as their account is open."""
    return actor.is_active and bool(kinds_held(actor) & {RoleKind.OWNER, RoleKind.PROGRAMME_MANAGER})
