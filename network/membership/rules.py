"""Who may welcome."""

from network.access.viewer import Viewer
from network.membership.models import Case, Pledge
from network.people.models import RoleKind


def can_welcome(viewer: Viewer) -> bool:
    """Programme managers and owners."""
    return viewer.has(RoleKind.PROGRAMME_MANAGER, RoleKind.OWNER)


def can_decide(viewer: Viewer, case: Case) -> bool:
    """Whoever may welcome, and never about themselves."""
    return can_welcome(viewer) and case.person_id != viewer.person_id


def can_answer(viewer: Viewer, pledge: Pledge) -> bool:
    """One's own pledge."""
    return pledge.person_id == viewer.person_id
