import pytest

from forum.talk.actions.reading import mark_read, mark_unread_from
from forum.talk.lists import read_position
from network.access.visible import Refused
from tests.factories.forum import make_thread, say


def test_a_position_only_moves_on(ada, bola, topic):
    first, second = say(ada.viewer, topic), say(ada.viewer, topic)

    mark_read(by=bola.viewer, thread=topic, upto=second)
    mark_read(by=bola.viewer, thread=topic, upto=first)

    assert read_position(bola.viewer, topic) == second.number


def test_marking_unread_goes_back_before_the_message(ada, bola, topic):
    first, second = say(ada.viewer, topic), say(ada.viewer, topic)
    mark_read(by=bola.viewer, thread=topic, upto=second)

    mark_unread_from(by=bola.viewer, thread=topic, message=second)

    assert read_position(bola.viewer, topic) == first.number


def test_each_has_a_position_of_their_own(ada, bola, topic):
    mark_read(by=bola.viewer, thread=topic, upto=say(ada.viewer, topic))

    assert read_position(ada.viewer, topic) == 0


def test_messages_elsewhere_or_out_of_sight_move_nothing(ada, bola, topic, alumni_room):
    for message in (say(ada.viewer, make_thread(ada.viewer)), say(ada.viewer, make_thread(ada.viewer, alumni_room))):
        with pytest.raises(Refused):
            mark_read(by=bola.viewer, thread=topic, upto=message)
        with pytest.raises(Refused):
            mark_unread_from(by=bola.viewer, thread=topic, message=message)
