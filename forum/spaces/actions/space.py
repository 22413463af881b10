"""Opening and closing places to talk."""

from forum.spaces.models import Space
from forum.spaces.rules import can_open_space
from network.access.audience import PUBLIC, check_audience
from network.access.viewer import Viewer
from network.access.visible import require


def open_space(*, by: Viewer, name: str, audience: str, description: str = "", is_read_only: bool = False) -> Space:
    """Open a space for an audience. Raises ValueError for a public or empty one: talk is for members."""
    require(can_open_space(by))
    check_audience(audience)
    if audience in ("", PUBLIC):
        raise ValueError("a space needs members")
    return Space.objects.create(name=name, audience=audience, description=description, is_read_only=is_read_only)


def set_read_only(*, by: Viewer, space: Space, is_read_only: bool) -> Space:
    """Stop or allow writing; reading goes on."""
    require(can_open_space(by))
    space.is_read_only = is_read_only
    space.save(update_fields=["is_read_only"])
    return space
