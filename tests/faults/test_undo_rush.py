"""An undo and the job that erases meet: either the words stand, or they are gone; never a message without words."""

import pytest

from forum.talk.actions import deletion
from forum.talk.actions.deletion import GRACE, erase_taken_back, restore, take_back
from forum.talk.models import Message
from network.access.visible import Refused
from tests.factories.forum import make_thread, say
from tests.faults.meeting import meeting_of


@pytest.fixture
def rush(ada, at_once, monkeypatch):
    """Both at once. The job's clock has gone on: its moment is over, while whoever undoes is just in time."""
    spoken = say(ada.viewer, make_thread(ada.viewer), "canary")
    take_back(by=ada.viewer, message=spoken)

    def run():
        def undo():
            return restore(by=ada.viewer, message=Message.objects.get(pk=spoken.pk))

        def erase():
            return erase_taken_back(Message.objects.get(pk=spoken.pk))

        found = at_once([undo, erase])
        spoken.refresh_from_db()
        return found[0], spoken

    monkeypatch.setattr(deletion, "MOMENT", -GRACE)
    return run


def test_it_stands_with_its_words_or_it_does_not_stand(rush):
    undone, message = rush()

    if isinstance(undone, Refused):
        assert (message.body, message.deleted_at is None) == ("", False)
    else:
        assert (message.body, message.deleted_at) == ("canary", None)


@pytest.mark.services
def test_without_the_lock_a_message_stands_that_has_no_words(rush, monkeypatch):
    """The guard is what makes the test above pass. SQLite refuses the second of two that read and then write."""
    meet = meeting_of(2)

    def look_and_wait(message):
        message.refresh_from_db(fields=["body", "deleted_at", "hidden_at"])
        meet()

    monkeypatch.setattr(deletion, "_hold", look_and_wait)

    _, message = rush()

    assert (message.body, message.deleted_at) == ("", None)
