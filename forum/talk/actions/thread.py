"""Opening a topic, and closing it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.actions.hold import WaitsFirst, keep_back
from forum.talk.actions.message import post_message, same_held
from forum.talk.holding import why_held
from forum.talk.models import Held, Thread
from forum.talk.rules import can_close, can_open_thread, why_no_thread
from network.access.viewer import Viewer
from network.access.visible import require


def open_thread(*, by: Viewer, space: Space, title: str, body: str, key: UUID, at: datetime | None = None) -> Thread:
    """Open a thread with its first message. The same key twice is the same thread.

    Raises Refused, PostingTooFast, or WaitsFirst where others see neither yet. `at` is for invented worlds.
    """
    if earlier := Thread.objects.filter(author_id=by.person_id, key=key).first():
        return earlier
    if waiting := Held.objects.said_by(by, key):
        raise WaitsFirst(same_held(waiting, None, body))
    require(can_open_thread(by, space), why_no_thread(by, space))
    held = Held(space=space, title=title, body=body, key=key)
    why = why_held(by, space, f"{title}\n{body}") if at is None else ""
    if why:
        raise WaitsFirst(keep_back(by, held, why))
    try:
        with transaction.atomic():
            facts = {"space": space, "title": title, "opened_at": at or timezone.now()}
            thread, _ = Thread.objects.get_or_create(author_id=by.person_id, key=key, defaults=facts)
            post_message(by=by, thread=thread, body=body, key=key, at=at)
    except WaitsFirst as waits:
        # The message alone was kept, and is undone with the thread it was for.
        raise WaitsFirst(keep_back(by, held, waits.held.why)) from None
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
