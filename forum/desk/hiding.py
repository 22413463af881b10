"""Taking a message out of sight and putting it back in its place: every client drops it, or shows it, at once."""

from django.utils import timezone

from forum.desk.models import Case
from forum.spaces.models import Space
from forum.talk.actions.change import store_change
from forum.talk.models import Message

FIELDS = ["hidden_at", "hidden_reason"]


def hide(message: Message, words: str) -> bool:
    """Hide it, with words for its author; False where its words are gone, or hidden with these words or by a decision.

    In the moment in which its author may undo a deletion the words are there: an undo must not beat a decision.
    """
    _hold(message)
    is_as_asked = message.hidden_at is not None and message.hidden_reason == words
    is_gone = message.deleted_at is not None and not message.body
    if is_gone or is_as_asked or _was_decided(message):
        return False
    message.hidden_at, message.hidden_reason = message.hidden_at or timezone.now(), words
    store_change(message, FIELDS)
    return True


def restore(message: Message) -> bool:
    """Put back what no decision hides, or none any more; False where nothing stands again by it."""
    _hold(message)
    if message.hidden_at is None or _was_decided(message):
        return False
    message.hidden_at, message.hidden_reason = None, ""
    store_change(message, FIELDS)
    return message.is_standing


def _hold(message: Message) -> None:
    """As every change: the space's row first, then the message as it stands now."""
    Space.objects.select_for_update().get(pk=message.space_id)
    message.refresh_from_db(fields=FIELDS + ["deleted_at", "body"])


def _was_decided(message: Message) -> bool:
    return Case.objects.hiding(message).exists()
