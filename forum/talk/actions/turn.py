"""Whose turn it is to speak: one after the other in a space, while the thread takes words; and the bell after it."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from forum.talk.models import Message, Thread
from forum.talk.rules import why_no_answer
from forum.talk.signals import space_changed
from network.access.viewer import Viewer
from network.access.visible import require

CLOSED = "This thread is closed for new messages."


def take_turn(by: Viewer, thread: Thread) -> int:
    """The space's next version, once its lock is held and the thread still takes words of theirs. Raises Refused."""
    version = thread.space.advance()
    require(is_still_open(thread), CLOSED)
    require(not why_no_answer(by, thread), why_no_answer(by, thread))
    return version


def is_still_open(thread: Thread) -> bool:
    """Asked anew under the space's lock: closing takes it too, so whoever comes after a close finds it."""
    open_by_clock = Q(closes_at=None) | Q(closes_at__gt=timezone.now())
    return Thread.objects.filter(open_by_clock, pk=thread.pk, closed_at=None).exists()


def announce(space_id: int) -> None:
    """Ring after commit. Nothing depends on it being heard."""
    transaction.on_commit(lambda: space_changed.send_robust(Message, space_id=space_id), robust=True)
