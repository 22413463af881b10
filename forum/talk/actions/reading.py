"""How far somebody has read."""

from django.db import transaction
from django.db.models.functions import Greatest

from forum.talk.models import Message, Reading, Thread
from forum.talk.notices import of_thread
from network.access.viewer import Viewer
from network.access.visible import can_see, require
from network.notices.actions.tell import mark_read as mark_notices_read


def mark_read(*, by: Viewer, thread: Thread, upto: Message) -> None:
    """Note that everything up to this message was seen. An older position from another tab changes nothing."""
    require(can_see(by, upto) and upto.thread_id == thread.pk)
    with transaction.atomic():
        reading, is_new = Reading.objects.get_or_create(
            person_id=by.person_id, thread=thread, defaults={"position": upto.number}
        )
        if not is_new:
            Reading.objects.filter(pk=reading.pk).update(position=Greatest("position", upto.number))
        # Whoever has been here knows: what comes next is told again.
        mark_notices_read(by=by, notices=list(of_thread(by.person_id, thread.pk).unread()))


def mark_unread_from(*, by: Viewer, thread: Thread, message: Message) -> None:
    """Put the divider above this message again."""
    require(can_see(by, message) and message.thread_id == thread.pk)
    Reading.objects.update_or_create(person_id=by.person_id, thread=thread, defaults={"position": message.number - 1})
