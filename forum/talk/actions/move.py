"""Putting a thread into another space. Its address stays, and so does every link to a message of it."""

from bisect import bisect_right

from django.db import transaction
from django.db.models import F

from forum.spaces.models import Space
from forum.talk.models import Held, Message, Reading, Thread, Touch
from forum.talk.rules import can_move
from forum.talk.signals import space_changed, thread_moved
from network.access.viewer import Viewer
from network.access.visible import require

AT_ONCE = 500
ELSEWHERE = "A thread moves to a space for the same people alone: it was written to them."


def move_thread(*, by: Viewer, thread: Thread, space: Space) -> Thread:
    """Move a thread to a space for the same audience, its messages numbered there in the order they were said.

    Raises Refused. What was said to some is never shown to others (features, LD-15), so no move changes who reads.
    """
    require(can_move(by, thread, space), ELSEWHERE)
    left = thread.space_id
    with transaction.atomic():
        # Both rows, always in the same order: two moves that cross wait for one another, and never for ever.
        held = {one.pk: one for one in Space.objects.select_for_update().filter(pk__in=[left, space.pk]).order_by("pk")}
        require(held[left].audience == held[space.pk].audience, ELSEWHERE)
        if not Thread.objects.filter(pk=thread.pk, space_id=left).update(space=space):
            thread.refresh_from_db()
            return thread
        # What waits there waits in the new space: it is posted under that one's lock.
        Held.objects.filter(thread=thread).update(space=space)
        _renumber(thread, held[space.pk])
        transaction.on_commit(lambda: _tell(left, thread), robust=True)
    thread.refresh_from_db()
    return thread


def _renumber(thread: Thread, space: Space) -> None:
    """The next numbers of the new space, one each; reading positions follow the messages they stood at."""
    messages = list(thread.messages.order_by("number").only("pk", "number", "thread"))
    old = [message.number for message in messages]
    start = space.version
    for place, message in enumerate(messages, start + 1):
        message.space, message.number, message.version = space, place, place
    Touch.objects.filter(message__thread=thread).delete()
    Message.objects.bulk_update(messages, ["space", "number", "version"], batch_size=AT_ONCE)
    Space.objects.filter(pk=space.pk).update(version=F("version") + len(messages))
    readings = list(Reading.objects.filter(thread=thread))
    for reading in readings:
        read = bisect_right(old, reading.position)
        reading.position = start + read if read else 0
    Reading.objects.bulk_update(readings, ["position"], batch_size=AT_ONCE)


def _tell(left: int, thread: Thread) -> None:
    """Open pages of the thread stand in a space it has left: they load themselves anew."""
    thread_moved.send_robust(Thread, space_id=left, thread=thread.public_id)
    space_changed.send_robust(Message, space_id=thread.space_id)
