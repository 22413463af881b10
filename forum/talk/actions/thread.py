"""Opening a topic, and closing it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.actions.message import post_message
from forum.talk.models import Thread
from forum.talk.rules import can_close, can_open_thread, why_no_thread
from network.access.viewer import Viewer
from network.access.visible import require


def open_thread(*, by: Viewer, space: Space, title: str, body: str, key: UUID, at: datetime | None = None) -> Thread:
    """Open a thread with its first message. The same key twice is the same thread.

    Raises Refused or PostingTooFast. `at` is for invented worlds.
    """
    if earlier := Thread.objects.filter(author_id=by.person_id, key=key).first():
        return earlier
    require(can_open_thread(by, space), why_no_thread(by, space))
    with transaction.atomic():
        thread, _ = Thread.objects.get_or_create(
            author_id=by.person_id,
            key=key,
            defaults={"space": space, "title": title, "opened_at": at or timezone.now()},
        )
        post_message(by=by, thread=thread, body=body, key=key, at=at)
    return thread


@transaction.atomic
def close_thread(*, by: Viewer, thread: Thread) -> Thread:
    """End a topic: it stays readable. Its author and moderators may. Whoever has not spoken by then is refused."""
    require(can_close(by, thread))
    # The lock under which messages are stored: those on their way come first, or find the topic closed.
    Space.objects.select_for_update(no_key=True).get(pk=thread.space_id)
    Thread.objects.filter(pk=thread.pk, closed_at=None).update(closed_at=timezone.now(), closed_by_id=by.person_id)
    thread.refresh_from_db()
    return thread
