"""Who may look after mail and jobs."""

from network.access.viewer import Viewer
from network.people.models import RoleKind


def can_tend_deliveries(viewer: Viewer) -> bool:
    """Owners and programme managers see what is stuck: kinds and times, never words."""
    return viewer.has(RoleKind.OWNER, RoleKind.PROGRAMME_MANAGER)
