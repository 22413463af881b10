"""What is said in a talk in nobody's own name."""

from uuid import uuid4

from forum.talk.actions.message import announce
from forum.talk.models import Message, Thread
from forum.talk.writing import render

ORGANISERS = "The organisers"


def say_as_organisers(thread: Thread, body: str, *, has_beside: bool = False) -> Message:
    """Inside a transaction: said whatever the phase is, and answered to nobody."""
    number = thread.space.advance()
    place = {"space": thread.space, "thread": thread, "number": number, "version": number}
    said = {"body": body, "html": render(body), "pen_name": ORGANISERS, "key": uuid4(), "has_beside": has_beside}
    message = Message.objects.create(**place, **said)
    announce(thread.space_id)
    return message
