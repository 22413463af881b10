"""Inviting allies to answer, where they otherwise listen."""

from forum.talk.models import Thread
from forum.talk.rules import can_invite_allies
from network.access.viewer import Viewer
from network.access.visible import require


def invite_allies(*, by: Viewer, thread: Thread, is_open: bool = True) -> Thread:
    """Let allies answer in this thread, or only listen from now on. What they have said stands."""
    require(can_invite_allies(by, thread))
    thread.is_open_to_allies = is_open
    thread.save(update_fields=["is_open_to_allies"])
    return thread
