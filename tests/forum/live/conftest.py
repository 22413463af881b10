from uuid import uuid4

import pytest
from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.actions.message import post_message
from forum.talk.actions.thread import open_thread
from network.access.audience import ALUMNI, MEMBERS


@pytest.fixture
def lounge(db):
    """A space of all members."""
    return Space.objects.create(name="The open room", audience=MEMBERS)


@pytest.fixture
def alumni_room(db):
    return Space.objects.create(name="Stepping up", audience=ALUMNI)


@pytest.fixture
def topic(ada, lounge):
    """A thread of Ada's in the lounge."""
    return open_thread(by=ada.viewer, space=lounge, title="First weeks", body="How was it?", key=uuid4())


@pytest.fixture
def says(topic, on_commit):
    """`says(bola, "Hello")` posts after commit, bell included; with `rings=False` the bell is lost."""

    def say(who, *words, rings=True):
        def post_all():
            for body in words:
                post_message(by=who.viewer, thread=topic, body=body, key=uuid4(), at=timezone.now())

        if not rings:
            post_all()
            return
        with on_commit():
            post_all()

    return say
