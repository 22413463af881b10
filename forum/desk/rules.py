"""Who decides."""

from forum.desk.models import Case
from network.access.viewer import Viewer
from network.access.visible import can_see
from network.people.models import RoleKind


def can_sit(viewer: Viewer) -> bool:
    """Whoever the table is for."""
    return viewer.has(RoleKind.MODERATOR, RoleKind.OWNER)


def can_decide(viewer: Viewer, case: Case) -> bool:
    """A moderator the case is not about, and who did not report it."""
    return can_see(viewer, case)
