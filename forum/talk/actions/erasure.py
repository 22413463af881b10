"""What goes with a message's words."""

from forum.talk.actions.attachment import detach
from forum.talk.actions.quote import forget_quotes
from forum.talk.models import Message


def forget_words(message: Message) -> None:
    """Inside the transaction that takes it back, under the space's lock: a correction on its way has put its words
    there by now, or will find the message gone."""
    message.earlier_words.all().delete()
    detach(message)
    forget_quotes(message)
