"""Sending letters, and what happens when a worker dies in between."""

import logging

from django.utils import timezone

from network.jobs.registry import job
from network.notices.models import Letter, LetterState
from network.notices.post import message_for

log = logging.getLogger("bali.notices")


@job(attempts=12)
def send_letter(letter_id: int) -> None:
    """Send one letter unless it is gone, sent or no longer true.

    Killed before sending, it is sent by the next attempt; killed between sending and marking, it may go twice: at
    least once, normally once.
    """
    letter = Letter.objects.waiting().select_related("person").filter(pk=letter_id).first()
    if letter is None:
        return
    message = message_for(letter)
    if message is not None:
        message.send()
    # What an account letter said (a code) is not kept after it has gone.
    Letter.objects.filter(pk=letter.pk).update(
        state=LetterState.SENT if message else LetterState.DROPPED,
        sent_at=timezone.now(),
        text="",
        html="",
        subject="",
        address="",
    )
    log.info("letter_done", extra={"letter": letter.pk, "kind": letter.kind, "sent": message is not None})
