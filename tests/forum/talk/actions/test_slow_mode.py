from uuid import uuid4

import pytest
import time_machine

from forum.talk.actions.message import delete_message, post_message
from forum.talk.actions.pace import PostingTooFast
from forum.talk.actions.thread import open_thread
from forum.talk.models import Message, Thread
from tests.factories.forum import make_space, make_thread


@pytest.fixture
def slow(ada):
    """A thread of Ada's in a space with one message in thirty seconds."""
    return make_thread(ada.viewer, make_space(slow_seconds=30))


@pytest.fixture
def clock():
    with time_machine.travel("2031-11-04T11:00:00Z", tick=False) as clock:
        yield clock


def post(who, thread, body="Hello", key=None):
    return post_message(by=who.viewer, thread=thread, body=body, key=key or uuid4())


def test_one_message_in_thirty_seconds_is_taken_from_each(bola, cem, slow, clock):
    post(bola, slow)
    clock.shift(18)

    with pytest.raises(PostingTooFast) as refused:
        post(bola, slow)

    assert refused.value.seconds == 12
    assert str(refused.value) == "Slow mode: one message in 30 seconds. You can post again in 12 seconds."
    assert post(cem, slow).pk


def test_at_the_end_of_the_pause_one_speaks_again(bola, slow, clock):
    post(bola, slow)
    clock.shift(29.5)
    with pytest.raises(PostingTooFast) as refused:
        post(bola, slow)
    clock.shift(0.5)

    assert refused.value.seconds == 1
    assert post(bola, slow).pk


def test_a_refused_message_takes_no_number(bola, slow, clock):
    first = post(bola, slow)
    with pytest.raises(PostingTooFast):
        post(bola, slow)
    clock.shift(30)

    assert post(bola, slow).number == first.number + 1


def test_a_retry_is_no_second_message(bola, slow, clock):
    key = uuid4()

    assert post(bola, slow, key=key) == post(bola, slow, key=key)


def test_deleting_buys_no_second_message(bola, slow, clock):
    delete_message(by=bola.viewer, message=post(bola, slow))

    with pytest.raises(PostingTooFast):
        post(bola, slow)


def test_a_thread_counts_and_leaves_nothing_when_it_is_refused(bola, slow, clock):
    post(bola, slow)

    with pytest.raises(PostingTooFast):
        open_thread(by=bola.viewer, space=slow.space, title="Next", body="First", key=uuid4())

    assert Thread.objects.filter(author=bola.person).count() == 0


def test_each_space_has_its_own_pace(bola, ada, slow, clock):
    post(bola, slow)

    assert post(bola, make_thread(ada.viewer)).pk
    assert Message.objects.filter(author=bola.person).count() == 2
