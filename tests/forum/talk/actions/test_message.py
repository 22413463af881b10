from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from forum.spaces.actions.space import Manner, change_manner
from forum.spaces.models import SpaceMode
from forum.talk.actions.message import OtherWordsSameKey, delete_message, edit_message, post_message
from forum.talk.actions.pace import PostingTooFast
from forum.talk.actions.thread import close_thread
from forum.talk.models import Message
from forum.talk.signals import space_changed
from network.access.visible import Refused
from network.notices.models import Notice
from network.people.actions.role import end_role
from tests.factories.forum import make_thread, say


def post(who, thread, body="Hello", key=None, **facts):
    return post_message(by=who.viewer, thread=thread, body=body, key=key or uuid4(), **facts)


def test_what_is_said_takes_the_next_number_of_its_space(bola, topic):
    numbers = [post(bola, topic).number for _ in range(3)]

    assert numbers == [2, 3, 4]
    topic.space.refresh_from_db()
    assert topic.space.version == 4


def test_words_are_rendered_once_when_written(bola, topic):
    message = post(bola, topic, "**Hello** <b>you</b>")

    assert message.html == "<p><strong>Hello</strong> &lt;b&gt;you&lt;/b&gt;</p>\n"


def test_the_same_key_twice_is_the_same_message(bola, topic):
    key = uuid4()

    first, second = post(bola, topic, key=key), post(bola, topic, key=key)

    assert first == second
    assert Message.objects.filter(author=bola.person).count() == 1


def test_the_same_key_with_other_words_loses_neither(bola, topic):
    key = uuid4()
    first = post(bola, topic, "One", key)

    with pytest.raises(OtherWordsSameKey) as refused:
        post(bola, topic, "Two", key)

    assert refused.value.earlier == first


def test_a_retry_after_an_edit_is_still_the_same_message(bola, topic):
    key = uuid4()
    message = post(bola, topic, "Helo", key)
    edit_message(by=bola.viewer, message=message, body="Hello")

    assert post(bola, topic, "Helo", key) == message


def test_a_key_used_in_another_thread_is_no_message_of_this_one(bola, ada, topic):
    key = uuid4()
    post(bola, make_thread(ada.viewer), "Hello", key)

    with pytest.raises(OtherWordsSameKey):
        post(bola, topic, "Hello", key)


def test_it_is_announced_after_commit_and_without_content(bola, topic, on_commit):
    heard = []

    def hear(sender, **facts):
        heard.append({name: value for name, value in facts.items() if name != "signal"})

    space_changed.connect(hear)
    try:
        with on_commit():
            post(bola, topic)
            assert heard == []
    finally:
        space_changed.disconnect(hear)

    assert heard == [{"space_id": topic.space_id}]


def test_nobody_posts_where_they_may_not_read(bola, eve, efe, outsider, ada, alumni_room):
    thread = make_thread(ada.viewer, alumni_room)

    for who in (bola, eve, efe, outsider):
        with pytest.raises(Refused):
            post(who, thread)


def test_a_role_that_ended_posts_no_more(bola, topic):
    end_role(role=bola.person.roles.get(), by=None)

    with pytest.raises(Refused):
        post(bola, topic)


def test_a_closed_thread_and_a_read_only_space_take_nothing(ada, bola, dina, topic):
    close_thread(by=ada.viewer, thread=topic)
    other = make_thread(ada.viewer, topic.space)
    change_manner(by=dina.viewer, space=other.space, manner=Manner(mode=SpaceMode.READ_ONLY))

    for thread in (topic, other):
        thread.refresh_from_db()
        with pytest.raises(Refused):
            post(bola, thread)


def test_ten_messages_a_minute_are_enough(bola, topic):
    with time_machine.travel("2031-11-04T11:00:00Z", tick=False) as clock:
        for _ in range(10):
            post(bola, topic)
            clock.shift(4)
        with pytest.raises(PostingTooFast) as refused:
            post(bola, topic)
        clock.shift(20)

        assert refused.value.seconds == 20
        assert str(refused.value) == "You have posted 10 messages in a minute. You can post again in 20 seconds."
        assert post(bola, topic).pk


def test_an_answer_belongs_to_its_thread(ada, bola, topic):
    here, elsewhere = say(ada.viewer, topic), say(ada.viewer, make_thread(ada.viewer))

    assert post(bola, topic, reply_to=here).reply_to == here
    assert post(bola, topic, reply_to=elsewhere).reply_to is None


def test_whoever_is_answered_gets_one_notice_without_words(ada, bola, topic):
    message = post(bola, topic, "canary")

    notice = Notice.objects.get(person=ada.person, kind="talk.reply")
    assert notice.ref == message.public_id
    assert not Notice.objects.filter(person=bola.person, kind="talk.reply").exists()


def test_an_edit_takes_a_new_version_and_keeps_its_place(bola, topic):
    message = post(bola, topic)
    post(bola, topic)

    edit_message(by=bola.viewer, message=message, body="Hello *again*")

    message.refresh_from_db()
    assert (message.number, message.version, message.body) == (2, 4, "Hello *again*")
    assert message.html == "<p>Hello <em>again</em></p>\n"
    assert message.edited_at


def test_a_deletion_erases_the_words(bola, topic):
    message = post(bola, topic, "canary")

    delete_message(by=bola.viewer, message=message)

    message.refresh_from_db()
    assert (message.body, message.html, message.version) == ("", "", 3)
    assert message.deleted_at


def test_nobody_changes_or_deletes_words_of_others(ada, bola, dina, topic):
    message = post(bola, topic)

    for who in (ada, dina):
        with pytest.raises(Refused):
            edit_message(by=who.viewer, message=message, body="Mine now")
        with pytest.raises(Refused):
            delete_message(by=who.viewer, message=message)


def test_what_was_deleted_or_hidden_is_not_edited(bola, topic):
    deleted, hidden = post(bola, topic), post(bola, topic)
    delete_message(by=bola.viewer, message=deleted)
    Message.objects.filter(pk=hidden.pk).update(hidden_at=timezone.now())

    for message in (deleted, hidden):
        message.refresh_from_db()
        with pytest.raises(Refused):
            edit_message(by=bola.viewer, message=message, body="Back again")


def test_in_a_closed_thread_words_may_still_be_taken_back(ada, bola, topic):
    message = post(bola, topic)
    close_thread(by=ada.viewer, thread=topic)
    message = Message.objects.get(pk=message.pk)

    with pytest.raises(Refused):
        edit_message(by=bola.viewer, message=message, body="Changed")
    assert delete_message(by=bola.viewer, message=message).deleted_at
