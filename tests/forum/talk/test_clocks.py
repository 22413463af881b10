"""Order comes from the space's own number, and no clock has a say in it."""

from datetime import timedelta
from uuid import uuid4

import time_machine
from django.utils import timezone

from forum.talk.actions.message import post_message
from forum.talk.changes import changes_since, cursor_now
from tests.forum.talk.test_changes import bodies


def test_clocks_that_differ_change_no_order(ada, bola, lounge, topic):
    """One machine is an hour behind, and its clock then jumps ahead: the order is that of the commits."""
    start = cursor_now(bola.viewer, lounge)
    for words, shift in (("one", 0), ("two", -60), ("three", 60), ("four", -5)):
        with time_machine.travel(timezone.now() + timedelta(minutes=shift)):
            said = post_message(by=ada.viewer, thread=topic, body=words, key=uuid4(), at=timezone.now())
        assert said.pk

    page = bola.client.get(f"/m/t/{topic.public_id}/").text
    changes = changes_since(bola.viewer, lounge, start)

    assert bodies(changes) == ["one", "two", "three", "four"]
    shown = [page.index(change.element) for change in changes.items]
    assert shown == sorted(shown)
