"""Words without a name, through the action members use."""

from uuid import uuid4

from django.utils import timezone

from forum.sealed.actions.message import post_unnamed
from forum.sealed.models import Seal
from forum.talk.models import Message, Thread
from network.access.viewer import Viewer


def whisper(by: Viewer, thread: Thread, body: str = "It was hard", **facts) -> Message:
    """A message without a name. No limit of pace applies."""
    return post_unnamed(by=by, thread=thread, body=body, key=uuid4(), at=timezone.now(), **facts)


def seal_of(message: Message) -> Seal:
    return Seal.objects.of_message(message).get()
