"""Looking at one's own profile with somebody else's eyes."""

from network.access.audience import ALUMNI, MEMBERS, PUBLIC
from network.access.viewer import Viewer

PREVIEWS = {"ally": "an ally", "alumna": "an alumna or alumnus"}
# Nobody: no row has this id, so a preview never shows what only the owner sees.
STRANGER = -1


def preview_viewer(who: str) -> Viewer:
    """A stranger with those audiences and behind no shield."""
    audiences = {PUBLIC, MEMBERS} | ({ALUMNI} if who == "alumna" else set())
    return Viewer(person_id=STRANGER, audiences=frozenset(audiences))
