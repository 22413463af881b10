from uuid import uuid4

import pytest

from forum.spaces.actions.space import Manner, change_manner
from forum.spaces.models import SpaceMode
from forum.talk.actions.pace import PostingTooFast
from forum.talk.actions.thread import close_thread, open_thread
from forum.talk.models import Thread
from network.access.visible import Refused
from tests.factories.forum import make_thread


def open_one(who, space, key=None):
    return open_thread(by=who.viewer, space=space, title="Panel phrases", body="Which work?", key=key or uuid4())


def test_a_thread_begins_with_its_first_message(ada, lounge):
    thread = open_one(ada, lounge)

    assert [message.body for message in thread.messages.all()] == ["Which work?"]


def test_the_same_key_twice_is_the_same_thread(ada, lounge):
    key = uuid4()

    assert open_one(ada, lounge, key) == open_one(ada, lounge, key)
    assert Thread.objects.count() == 1


def test_threads_count_as_messages_against_the_pace(ada, lounge):
    for _ in range(10):
        open_one(ada, lounge)

    with pytest.raises(PostingTooFast):
        open_one(ada, lounge)
    assert Thread.objects.count() == 10


def test_nobody_opens_a_thread_where_they_may_not_read(bola, efe, alumni_room):
    for who in (bola, efe):
        with pytest.raises(Refused):
            open_one(who, alumni_room)


def test_a_read_only_space_takes_no_thread(ada, dina, lounge):
    change_manner(by=dina.viewer, space=lounge, manner=Manner(mode=SpaceMode.READ_ONLY))

    with pytest.raises(Refused):
        open_one(ada, lounge)


def test_its_author_and_moderators_close_a_thread_once(ada, bola, dina, topic):
    other = make_thread(ada.viewer, topic.space)

    with pytest.raises(Refused):
        close_thread(by=bola.viewer, thread=topic)
    when = close_thread(by=ada.viewer, thread=topic).closed_at

    assert close_thread(by=dina.viewer, thread=topic).closed_at == when
    assert close_thread(by=dina.viewer, thread=other).is_closed


def test_a_moderator_does_not_close_what_she_may_not_read(ada, dina, alumni_room):
    thread = make_thread(ada.viewer, alumni_room)

    with pytest.raises(Refused):
        close_thread(by=dina.viewer, thread=thread)
