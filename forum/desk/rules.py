"""Who decides."""

from forum.desk.models import Report
from network.access.viewer import Viewer
from network.access.visible import can_see


def can_decide(viewer: Viewer, report: Report) -> bool:
    """A moderator the report is not about."""
    return can_see(viewer, report)
