"""Two requests for one message at once."""

import pytest

from forum.talk.actions.message import delete_message, edit_message
from forum.talk.models import Message
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
