"""Who may open spaces."""

from network.access.viewer import Viewer
from network.people.models import RoleKind


def can_open_space(viewer: Viewer) -> bool:
    """Moderators and owners."""
    return viewer.has(RoleKind.MODERATOR, RoleKind.OWNER)
