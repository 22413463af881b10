"""Keeping words for later, on whatever device."""

from django.utils import timezone

from forum.spaces.rules import why_paused
from forum.talk.actions.message import CLOSED
from forum.talk.models import Draft, Thread
from forum.talk.rules import can_post, why_no_answer
from network.access.viewer import Viewer
from network.access.visible import require


def keep_draft(*, by: Viewer, thread: Thread, body: str) -> Draft | None:
    """Keep what was begun in a thread, in place of an earlier draft; no words mean no draft. Raises Refused."""
    require(can_post(by, thread), why_no_answer(by, thread) or why_paused(by) or CLOSED)
    if not body:
        Draft.objects.filter(person_id=by.person_id, thread=thread).delete()
        return None
    kept = {"body": body, "updated_at": timezone.now()}
    draft, _ = Draft.objects.update_or_create(person_id=by.person_id, thread=thread, defaults=kept)
    return draft
