"""Not reading a pen name any more, in one thread."""

from forum.sealed.models import PenMute, Seal
from forum.sealed.rules import can_mute_pen
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.access.visible import can_see, require


def mute_pen(*, by: Viewer, message: Message) -> None:
    """Fold away what was said under the pen name of this message, in its thread, for this reader alone. Muted twice, it
    is muted. Raises Refused."""
    require(can_mute_pen(by, message))
    for seal in Seal.objects.of_message(message):
        PenMute.objects.add(by.person_id, seal)


def unmute_pen(*, by: Viewer, message: Message) -> None:
    """Read it again."""
    require(can_see(by, message))
    PenMute.objects.visible_to(by).filter(seal__in=Seal.objects.of_message(message)).delete()
