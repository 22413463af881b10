"""Keeping a thread on top of its space."""

from forum.talk.models import Thread
from forum.talk.rules import can_pin
from network.access.viewer import Viewer
from network.access.visible import require


def pin_thread(*, by: Viewer, thread: Thread) -> Thread:
    """Put it above the others. Raises Refused."""
    require(can_pin(by, thread))
    return _set_pinned(thread, is_pinned=True)


def unpin_thread(*, by: Viewer, thread: Thread) -> Thread:
    """Let it stand where its latest message puts it. Raises Refused."""
    require(can_pin(by, thread))
    return _set_pinned(thread, is_pinned=False)


def _set_pinned(thread: Thread, *, is_pinned: bool) -> Thread:
    Thread.objects.filter(pk=thread.pk).update(is_pinned=is_pinned)
    thread.refresh_from_db()
    return thread
