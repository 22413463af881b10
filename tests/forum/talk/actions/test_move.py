"""A thread moves between spaces for the same people; its address and its order stay."""

from uuid import uuid4

import pytest

from forum.spaces.models import Space
from forum.talk.actions.held import post_held
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import post_message
from forum.talk.actions.move import move_thread
from forum.talk.actions.reading import mark_read
from forum.talk.actions.touch import touch_message
from forum.talk.changes import changes_since, cursor_now
from forum.talk.lists import unread_by_space
from forum.talk.models import Held, Message, Thread
from network.access.audience import ALUMNI
from network.access.visible import Refused
from tests.factories.forum import make_space, make_thread, say
from tests.live import while_listening


@pytest.fixture
def parlour(db):
    return make_space("The quiet room")


def said_in(thread):
    return list(Message.objects.filter(thread=thread).in_order().values_list("body", flat=True))


def test_a_moved_thread_keeps_its_address_and_the_order_of_what_was_said(ada, bola, dina, topic, parlour):
    make_thread(bola.viewer, parlour)
    for words in ("one", "two", "three"):
        say(bola.viewer, topic, words)
    before = said_in(topic)
    address = topic.public_id

    move_thread(by=dina.viewer, thread=topic, space=parlour)

    assert (topic.space, topic.public_id, said_in(topic)) == (parlour, address, before)
    numbers = list(Message.objects.filter(space=parlour).in_order().values_list("number", flat=True))
    parlour.refresh_from_db()
    assert numbers == list(range(1, 6)) and parlour.version == 5
    assert not Message.objects.exclude(space=parlour).exists()


def test_talk_goes_on_where_it_stands_now(bola, dina, topic, parlour):
    move_thread(by=dina.viewer, thread=topic, space=parlour)
    before = cursor_now(bola.viewer, parlour)

    message = say(bola.viewer, Thread.objects.get(pk=topic.pk), "Here we are")

    assert [change.element for change in changes_since(bola.viewer, parlour, before).items] == [message.element_id]


def test_what_was_read_stays_read(ada, bola, dina, topic, parlour):
    make_thread(ada.viewer, parlour)
    read, unread = say(ada.viewer, topic), say(ada.viewer, topic)
    mark_read(by=bola.viewer, thread=topic, upto=read)

    move_thread(by=dina.viewer, thread=topic, space=parlour)

    assert unread_by_space(bola.viewer) == {parlour.pk: 2}
    mark_read(by=bola.viewer, thread=topic, upto=Message.objects.get(pk=unread.pk))
    assert unread_by_space(bola.viewer) == {parlour.pk: 1}


def test_touches_do_not_stand_in_the_way(cem, dina, topic, parlour):
    touch_message(topic.messages.get(), author_id=cem.person.pk)

    move_thread(by=dina.viewer, thread=topic, space=parlour)

    assert topic.messages.get().touches.count() == 0


def test_what_waits_for_a_look_waits_where_the_thread_stands_now(bola, dina, lounge, topic, parlour):
    Space.objects.filter(pk=lounge.pk).update(approves_first=True)
    topic.refresh_from_db()
    with pytest.raises(WaitsFirst):
        post_message(by=bola.viewer, thread=topic, body="May I?", key=uuid4())

    move_thread(by=dina.viewer, thread=topic, space=parlour)
    post_held(by=dina.viewer, held=Held.objects.get())

    assert Message.objects.get(body="May I?").space == parlour


def test_nothing_moves_to_other_people(ada, dina, lounge, topic):
    for space in (make_space("Stepping up", ALUMNI), lounge):
        with pytest.raises(Refused, match="same people"):
            move_thread(by=dina.viewer, thread=topic, space=space)


def test_only_whoever_runs_both_spaces_moves_a_thread(ada, bola, efe, topic, parlour):
    for who in (ada, bola, efe):
        with pytest.raises(Refused):
            move_thread(by=who.viewer, thread=topic, space=parlour)


def test_a_retry_of_a_message_said_before_the_move_is_the_same_message(ada, dina, topic, parlour):
    first = topic.messages.get()

    move_thread(by=dina.viewer, thread=topic, space=parlour)
    again = post_message(by=ada.viewer, thread=topic, body=first.body, key=first.key)

    assert again.pk == first.pk


def test_open_pages_of_the_thread_are_told_to_load_themselves_anew(bola, dina, topic, lounge, parlour, on_commit):
    def move():
        with on_commit():
            move_thread(by=dina.viewer, thread=topic, space=parlour)

    heard = while_listening(bola, lounge, move)

    assert heard == [{"kind": "moved", "thread": topic.public_id}]


def test_a_long_thread_costs_no_more_questions_than_a_short_one(ada, dina, lounge, parlour, django_assert_num_queries):
    for many in (1, 10):
        thread = make_thread(ada.viewer, lounge)
        for _ in range(many):
            say(ada.viewer, thread)
        viewer = dina.viewer
        with django_assert_num_queries(13):
            move_thread(by=viewer, thread=thread, space=parlour)
