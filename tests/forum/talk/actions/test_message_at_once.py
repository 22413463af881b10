"""Two requests for one message at once."""

from uuid import uuid4

import pytest

from forum.spaces.actions.space import Manner, change_manner
from forum.spaces.models import Space, SpaceMode
from forum.talk.actions.message import delete_message, edit_message, post_message
from forum.talk.actions.pace import PostingTooFast
from forum.talk.models import Message, Thread
from network.access.visible import Refused
from tests.factories.forum import say


def test_words_deleted_while_being_corrected_stay_gone(ada, topic, monkeypatch):
    """As by two requests at once: the right was asked before the other one deleted, and the words written after."""
    message = say(ada.viewer, topic)
    monkeypatch.setattr("forum.talk.actions.message.can_edit", lambda *_: True)
    stale = Message.objects.select_related("thread", "space").get(pk=message.pk)
    delete_message(by=ada.viewer, message=message)

    with pytest.raises(Refused):
        edit_message(by=ada.viewer, message=stale, body="Back again")

    message.refresh_from_db()
    assert (message.body, message.html) == ("", "")


def on_its_way(topic):
    """The thread as a request found it that has asked for the right and not yet stored its message."""
    return Thread.objects.select_related("space").get(pk=topic.pk)


@pytest.mark.parametrize(
    "manner, refusal",
    [
        (Manner(mode=SpaceMode.READ_ONLY), Refused),
        (Manner(mode=SpaceMode.ANNOUNCEMENTS), Refused),
        (Manner(is_listening=True), Refused),
        (Manner(slow_seconds=3600), PostingTooFast),
    ],
)
def test_a_message_on_its_way_meets_the_manner_changed_meanwhile(bola, dina, topic, manner, refusal):
    post_message(by=bola.viewer, thread=topic, body="Before", key=uuid4())
    stale = on_its_way(topic)
    change_manner(by=dina.viewer, space=Space.objects.get(pk=topic.space_id), manner=manner)

    with pytest.raises(refusal):
        post_message(by=bola.viewer, thread=stale, body="Too late", key=uuid4())

    assert [message.body for message in Message.objects.filter(author=bola.person)] == ["Before"]


def test_without_a_look_under_the_lock_it_would_be_taken(bola, dina, topic, monkeypatch):
    stale = on_its_way(topic)
    change_manner(by=dina.viewer, space=Space.objects.get(pk=topic.space_id), manner=Manner(mode=SpaceMode.READ_ONLY))
    monkeypatch.setattr("forum.spaces.models.space.MANNER", ())

    assert post_message(by=bola.viewer, thread=stale, body="Too late", key=uuid4()).pk
