"""Taking one's words back with a moment to think again: gone for everybody at once, erased a little later."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.actions.change import store_change
from forum.talk.actions.erasure import forget_words
from forum.talk.models import Message
from forum.talk.rules import MOMENT, can_delete, can_restore
from network.access.viewer import Viewer
from network.access.visible import require
from network.jobs.registry import later

# Whoever undoes in the last moment is on their way.
GRACE = timedelta(seconds=5)


def take_back(*, by: Viewer, message: Message) -> Message:
    """Delete one's message: nobody reads its words from now on. They are erased after a moment, unless restored."""
    require(can_delete(by, message), "This message is not yours to delete.")
    with transaction.atomic():
        message.deleted_at = timezone.now()
        store_change(message, ["deleted_at"])
        later("talk.erase_taken_back", message.pk, run_after=message.deleted_at + MOMENT + GRACE)
    return message


def restore(*, by: Viewer, message: Message) -> Message:
    """Let it stand again where it stood. Raises Refused once its words are gone or the moment is over."""
    with transaction.atomic():
        _hold(message)
        require(can_restore(by, message), "This message can no longer be restored.")
        message.deleted_at = None
        store_change(message, ["deleted_at"])
    return message


@transaction.atomic
def erase_taken_back(message: Message) -> None:
    """Erase the words of a message that stayed deleted. Readers lost sight of them before, so this is no news.

    Deleted anew after an undo, it has its own moment, and a job of its own.
    """
    _hold(message)
    if message.deleted_at is None or message.deleted_at > timezone.now() - MOMENT:
        return
    Message.objects.filter(pk=message.pk).update(body="", html="")
    forget_words(message)


def _hold(message: Message) -> None:
    """The lock of every change of the space's messages; then what became of this one."""
    message.space = Space.objects.select_for_update().get(pk=message.space_id)
    message.refresh_from_db(fields=["body", "deleted_at", "hidden_at"])
