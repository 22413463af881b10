"""Who oversees moderation."""

from forum.spaces.models import Space
from network.access.viewer import Viewer
from network.people.models import RoleKind


def can_oversee(viewer: Viewer) -> bool:
    """Owners alone."""
    return viewer.has(RoleKind.OWNER)


def can_name_moderator(viewer: Viewer, space: Space) -> bool:
    """Owners, for any room. Which ones there are they are told of those alone that they read: another one is named by
    its address, and that they have from somebody who reads it."""
    return can_oversee(viewer) and not space.is_direct
