"""Who may answer without words."""

from forum.spaces.rules import why_paused
from forum.talk.models import Message, Thread
from forum.talk.rules import why_shut
from network.access.viewer import Viewer
from network.access.visible import can_see

CLOSED = "This thread is closed. You can still read it."


def can_raise_hand(viewer: Viewer, message: Message) -> bool:
    """Whoever sees a standing message, while its thread and space are open to them. Whoever listens may, too."""
    is_open = message.is_standing and not why_no_hand(viewer, message.thread)
    return is_open and not why_paused(viewer) and can_see(viewer, message)


def why_no_hand(viewer: Viewer, thread: Thread) -> str:
    """Why nobody like them raises a hand there now, in words for them: the part of the rule that costs no question."""
    return CLOSED if thread.is_closed else why_shut(viewer, thread)
