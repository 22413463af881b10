"""Who may run programmes."""

from network.access.viewer import Viewer
from network.people.models import RoleKind


def can_run_programmes(viewer: Viewer) -> bool:
    """Programme managers and owners."""
    return viewer.has(RoleKind.PROGRAMME_MANAGER, RoleKind.OWNER)
