"""Taking a message out of sight and putting it back in its place: every client drops it, or shows it, at once."""

from django.utils import timezone

from forum.desk.models import Case
from forum.spaces.models import Space
from forum.talk.actions.change import store_change
from forum.talk.models import Message

FIELDS = ["hidden_at", "hidden_reason"]


def hide(message: Message, words: str) -> bool:
    """Hide it, with words for its author; False where it is deleted, or hidden with these words or by a decision."""
    _hold(message)
    is_as_asked = message.hidden_at is not None and message.hidden_reason == words
    if message.deleted_at is not None or is_as_asked or _was_decided(message):
        return False
    message.hidden_at, message.hidden_reason = message.hidden_at or timezone.now(), words
    store_change(message, FIELDS)
    return True


def restore(message: Message) -> bool:
    """Put back what no decision hides, or none any more; False where there is nothing of the kind."""
    _hold(message)
    if message.deleted_at is not None or message.hidden_at is None or _was_decided(message):
        return False
    message.hidden_at, message.hidden_reason = None, ""
    store_change(message, FIELDS)
    return True


def _hold(message: Message) -> None:
    """As every change: the space's row first, then the message as it stands now."""
    Space.objects.select_for_update().get(pk=message.space_id)
    message.refresh_from_db(fields=FIELDS + ["deleted_at"])


def _was_decided(message: Message) -> bool:
    return Case.objects.hiding(message).exists()
