"""What the clock does for polls."""

from django.db import transaction

from forum.hands.models import Poll
from forum.talk.actions.touch import touch_message
from network.jobs.registry import job


@job(attempts=12)
def show_result(poll_id: int) -> None:
    """Let open pages draw a closed poll anew. Whoever loads one after its time sees the result without this."""
    poll = Poll.objects.select_related("message").filter(pk=poll_id).first()
    if poll is None or not poll.is_closed:
        return
    with transaction.atomic():
        touch_message(poll.message, author_id=None)
