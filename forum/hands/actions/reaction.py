"""Answering a message with one of five words, and taking that back."""

from django.db import transaction

from forum.hands.actions.hold import hold
from forum.hands.models import Reaction
from forum.hands.rules import can_raise_hand, why_no_hand
from forum.spaces.rules import why_paused
from forum.talk.actions.touch import touch_message
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.access.visible import can_see, require

GONE = "This message takes no reactions any more."


def add_reaction(*, by: Viewer, message: Message, kind: str) -> None:
    """Answer with this word. Twice is once, from whatever tab. Nobody is told but who has the page open. Raises
    Refused."""
    require(can_raise_hand(by, message), why_no_hand(by, message.thread) or why_paused(by) or GONE)
    with transaction.atomic():
        require(hold(message), GONE)
        if Reaction.objects.begin(message, by.person_id, kind):
            touch_message(message, author_id=by.person_id)


def remove_reaction(*, by: Viewer, message: Message, kind: str) -> None:
    """Take one's own back, as long as one may read the room. What was never there stays so."""
    require(can_see(by, message))
    with transaction.atomic():
        hold(message)
        gone, _ = Reaction.objects.of(by).filter(message=message, kind=kind).delete()
        if gone:
            touch_message(message, author_id=by.person_id)
