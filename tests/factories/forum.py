"""Spaces, threads and messages, made through the actions members use."""

from itertools import count
from uuid import UUID, uuid4

from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import post_message
from forum.talk.actions.thread import open_thread
from forum.talk.models import Held, Message, Thread
from network.access.audience import MEMBERS
from network.access.viewer import Viewer

_numbers = count(1)


def make_space(name: str = "", audience: str = MEMBERS, **facts) -> Space:
    """A space of all members unless said otherwise."""
    return Space.objects.create(name=name or f"Space {next(_numbers)}", audience=audience, **facts)


def make_thread(by: Viewer, space: Space | None = None, *, title: str = "", body: str = "How was it?") -> Thread:
    """A thread with its first message. No limit of pace applies."""
    space, title = space or make_space(), title or f"Thread {next(_numbers)}"
    return open_thread(by=by, space=space, title=title, body=body, key=uuid4(), at=timezone.now())


def say(by: Viewer, thread: Thread, body: str = "", **facts) -> Message:
    """A message. No limit of pace applies."""
    words = body or f"Words {next(_numbers)}"
    return post_message(by=by, thread=thread, body=words, key=uuid4(), at=timezone.now(), **facts)


def hold(by: Viewer, thread: Thread, body: str = "", key: UUID | None = None, **facts) -> Held:
    """What somebody says where it waits first."""
    try:
        post_message(by=by, thread=thread, body=body or f"Words {next(_numbers)}", key=key or uuid4(), **facts)
    except WaitsFirst as waits:
        return waits.held
    raise AssertionError("it was posted at once")
