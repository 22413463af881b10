"""Of reactions and polls."""

from datetime import timedelta

from django.utils import timezone

from forum.hands.models import Poll
from forum.spaces.models import Space, SpaceMode
from network.access.audience import ALUMNI, MEMBERS
from tests.factories.forum import make_space, make_thread
from tests.factories.hands import make_poll


def silent_message(cast):
    """Ada's, in a space that has become read-only."""
    message = make_thread(cast.ada.viewer).messages.get()
    Space.objects.filter(pk=message.space_id).update(mode=SpaceMode.READ_ONLY)
    return {"thread_id": message.thread.public_id, "public_id": message.public_id}


def poll(cast):
    return _poll(cast, MEMBERS)


def alumni_poll(cast):
    return _poll(cast, ALUMNI)


def _poll(cast, audience):
    message = make_poll(cast.ada.viewer, make_thread(cast.ada.viewer, make_space(audience=audience)))
    return {"thread_id": message.thread.public_id, "public_id": message.public_id}


def vote(cast):
    """The first answer of the latest poll."""
    return {f"{Poll.objects.latest('pk').message.public_id}-answers": "1"}


def question(cast):
    """What is typed to ask one."""
    closes_at = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    return {"words": "Which day?", "answers": "Monday\nTuesday", "naming": "named", "closes_at": closes_at}
