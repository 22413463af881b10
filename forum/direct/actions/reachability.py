"""Choosing who may ask."""

from forum.direct.models import Reachability
from network.access.viewer import Viewer
from network.access.visible import require


def choose_reach(*, by: Viewer, asked_by: str) -> Reachability:
    """Be asked by these from now on. What was asked before stays."""
    require(by.is_member)
    reach, _ = Reachability.objects.update_or_create(person_id=by.person_id, defaults={"asked_by": asked_by})
    return reach
