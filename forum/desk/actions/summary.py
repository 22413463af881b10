"""Saying what came out of a thread."""

from django.db import transaction
from django.utils import timezone

from forum.desk.models import Summary
from forum.desk.rules import can_remove_summary, can_summarise
from forum.spaces.rules import why_paused
from forum.talk.models import Thread
from forum.talk.rules import why_no_answer
from forum.talk.writing import render
from network.access.viewer import Viewer
from network.access.visible import require
from network.records.actions.log import record_staff_action


def why_no_summary(by: Viewer, thread: Thread) -> str:
    """The words of a refusal."""
    return why_no_answer(by, thread) or why_paused(by) or "Only whoever closed the thread can write its summary."


def write_summary(*, by: Viewer, thread: Thread, body: str) -> Summary | None:
    """Put it on top of the thread one has closed, in place of an earlier one; no words take it away. Raises Refused."""
    require(can_summarise(by, thread), why_no_summary(by, thread))
    if not body:
        Summary.objects.filter(thread=thread).delete()
        return None
    facts = {"author_id": by.person_id, "body": body, "html": render(body), "written_at": timezone.now()}
    summary, _ = Summary.objects.update_or_create(thread=thread, defaults=facts)
    return summary


@transaction.atomic
def remove_summary(*, by: Viewer, thread: Thread) -> None:
    """Take away what somebody wrote on top of a thread; the log tells whose it was. Raises Refused."""
    require(can_remove_summary(by, thread))
    written = Summary.objects.visible_to(by).select_for_update(of=("self",)).filter(thread=thread).first()
    if written:
        record_staff_action(by=by, verb="removed_summary", about_id=written.author_id)
        written.delete()
