"""A touch tells readers that how a message is shown has changed: those alone who see who touched it."""

import pytest
from django.apps import apps
from django.utils.safestring import mark_safe

from forum.talk.actions.touch import touch_message
from forum.talk.changes import changes_since, cursor_now
from forum.talk.models import Touch
from tests.factories.forum import make_thread, say
from tests.live import while_listening


@pytest.fixture
def spoken(topic):
    return topic.messages.get()


def test_a_reader_gets_a_touched_message_anew(spoken, cem, bola, lounge):
    before = cursor_now(bola.viewer, lounge)

    touch_message(spoken, author_id=cem.person.pk)

    changes = changes_since(bola.viewer, lounge, before)
    assert [(change.element, change.is_new) for change in changes.items] == [(spoken.element_id, False)]
    assert changes.cursor == cursor_now(bola.viewer, lounge) != before


def test_whoever_does_not_see_its_toucher_learns_nothing(spoken, cem, bola, maya, lounge, hides):
    hides(cem, maya)
    before = cursor_now(maya.viewer, lounge)

    touch_message(spoken, author_id=cem.person.pk)

    assert changes_since(maya.viewer, lounge, before).items == []
    assert cursor_now(maya.viewer, lounge) == before
    assert changes_since(bola.viewer, lounge, cursor_now(bola.viewer, lounge)).items == []


def test_a_touch_by_nobody_is_told_to_everybody_once(spoken, maya, lounge):
    before = cursor_now(maya.viewer, lounge)

    touch_message(spoken, author_id=None)
    touch_message(spoken, author_id=None)

    assert len(changes_since(maya.viewer, lounge, before).items) == 1
    assert Touch.objects.filter(message=spoken).count() == 1


def test_a_message_touched_and_said_since_is_told_once_and_in_order(ada, bola, cem, lounge, topic):
    before = cursor_now(bola.viewer, lounge)
    first, second = say(ada.viewer, topic), say(ada.viewer, topic)
    touch_message(first, author_id=cem.person.pk)

    changes = changes_since(bola.viewer, lounge, before)

    assert [change.element for change in changes.items] == [first.element_id, second.element_id]
    assert changes_since(bola.viewer, lounge, changes.cursor).items == []


def test_a_listener_hears_a_touch(spoken, cem, bola, lounge, on_commit):
    def touch():
        with on_commit():
            touch_message(spoken, author_id=cem.person.pk)

    heard = while_listening(bola, lounge, touch)

    assert [frame["element"] for frame in heard] == [spoken.element_id]


def test_what_other_rooms_show_comes_with_the_message_and_costs_nothing_without(
    spoken, ada, bola, lounge, monkeypatch, django_assert_num_queries
):
    def shout(messages, viewer):
        return {message.pk: mark_safe("<p>beside</p>") for message in messages}

    monkeypatch.setattr(apps.get_app_config("talk"), "beside", [shout])
    before = cursor_now(bola.viewer, lounge)
    quiet = say(ada.viewer, spoken.thread)
    touch_message(spoken, author_id=None)

    told = {change.element: change.html for change in changes_since(bola.viewer, lounge, before).items}

    assert "<p>beside</p>" in told[spoken.element_id]
    assert "<p>beside</p>" not in told[quiet.element_id]


def test_many_touches_ask_no_more_questions_than_one(ada, bola, cem, lounge, monkeypatch, django_assert_num_queries):
    # What the rooms above ask for is theirs to count.
    monkeypatch.setattr(apps.get_app_config("talk"), "beside", [])

    def touched(many):
        before = cursor_now(bola.viewer, lounge)
        for message in [make_thread(ada.viewer, lounge).messages.get() for _ in range(many)]:
            touch_message(message, author_id=cem.person.pk)
        return before

    for many in (1, 10):
        before = touched(many)
        viewer = bola.viewer
        with django_assert_num_queries(2):
            assert len(changes_since(viewer, lounge, before).items) == many
