"""Who may upload."""

from network.access.viewer import Viewer


def can_upload(viewer: Viewer) -> bool:
    """Members. Whether a thread takes words of theirs is the thread's rule."""
    return viewer.is_member
