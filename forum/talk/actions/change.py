"""What was said in other words, or no more: the change itself, for whoever was found to have said it."""

from datetime import datetime

from django.db import transaction

from forum.spaces.models import Space
from forum.talk.actions.erasure import forget_words
from forum.talk.actions.turn import announce
from forum.talk.mentions import mentioned_in
from forum.talk.models import EarlierWords, Message
from forum.talk.writing import render
from network.access.viewer import Viewer
from network.access.visible import require
from network.jobs.registry import later

UNCHANGEABLE = "This message can no longer be changed."


def replace_words(message: Message, body: str, at: datetime, by: Viewer | None = None) -> Message:
    """Put it in other words; `by` where they said it with their name. Raises Refused where it no longer stands."""
    with transaction.atomic():
        # Every change takes the space's row first; whoever waits for it here finds what was deleted meanwhile.
        Space.objects.select_for_update().get(pk=message.space_id)
        message.refresh_from_db(fields=["body", "html", "edited_at", "deleted_at", "hidden_at"])
        require(message.is_standing, UNCHANGEABLE)
        if message.body == body:
            return message
        EarlierWords.objects.create(message=message, body=message.body, html=message.html, replaced_at=at)
        if by is not None:
            _tell_newly_called(by, message, body)
        message.body, message.html, message.edited_at = body, render(body), at
        store_change(message, ["body", "html", "edited_at"])
    return message


def _tell_newly_called(by: Viewer, message: Message, body: str) -> None:
    """Only names that were not there before are told."""
    called_before = mentioned_in(message.body, by, message.space)
    if called := [person for person in mentioned_in(body, by, message.space) if person not in called_before]:
        later("talk.tell_mentioned", message.pk, called)


def erase_words(message: Message, at: datetime) -> Message:
    """Leave a line where it stood."""
    with transaction.atomic():
        message.body, message.html, message.deleted_at = "", "", at
        store_change(message, ["body", "html", "deleted_at"])
        forget_words(message)
    return message


def store_change(message: Message, fields: list[str]) -> None:
    """Save a changed message under the next version, and ring."""
    message.version = message.space.advance()
    message.save(update_fields=[*fields, "version"])
    announce(message.space_id)
