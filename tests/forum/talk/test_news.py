"""A long absence is told in parts, and whole all the same."""

import pytest

from forum.talk import news
from forum.talk.actions.message import delete_message, edit_message
from forum.talk.actions.touch import touch_message
from forum.talk.changes import changes_since, cursor_now
from tests.factories.forum import say


def shown_after(viewer, space, cursor, limit):
    """What a page shows that asks until there is no more: it appends what is new and replaces what it has."""
    shown, more = {}, True
    while more:
        changes = changes_since(viewer, space, cursor, limit)
        for change in changes.items:
            assert change.follows == cursor
            cursor = change.cursor
            if change.is_new or change.element in shown:
                shown[change.element] = change.html
        more = changes.more
    return shown


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 100])
def test_what_was_said_and_changed_in_a_long_absence_is_all_there_in_order(ada, bola, cem, lounge, topic, limit):
    old, cursor = topic.messages.get(), cursor_now(bola.viewer, lounge)
    said = [say(ada.viewer, topic) for _ in range(6)]
    touch_message(said[4], author_id=cem.person.pk)
    edit_message(by=ada.viewer, message=said[0], body="mended")
    delete_message(by=ada.viewer, message=said[2])
    touch_message(old, author_id=cem.person.pk)
    edit_message(by=ada.viewer, message=said[5], body="mended last")

    shown = shown_after(bola.viewer, lounge, cursor, limit)

    assert list(shown) == [message.element_id for message in said]
    assert "mended" in shown[said[0].element_id] and "mended last" in shown[said[5].element_id]
    assert "deleted this message" in shown[said[2].element_id]


def test_told_by_their_changes_alone_some_would_be_missing(ada, bola, lounge, topic, monkeypatch):
    """The guard is that what was said since is told where it was said, though it changed later."""
    cursor = cursor_now(bola.viewer, lounge)
    said = [say(ada.viewer, topic) for _ in range(4)]
    edit_message(by=ada.viewer, message=said[0], body="mended")
    assert len(shown_after(bola.viewer, lounge, cursor, 2)) == 4

    monkeypatch.setattr(news, "_from_the_start", lambda *asked: news._changed([asked[:3]], asked[3]))

    assert said[0].element_id not in shown_after(bola.viewer, lounge, cursor, 2)


def test_what_is_only_said_is_found_in_one_question(ada, bola, lounge, topic, django_assert_num_queries):
    viewer = bola.viewer
    cursor = cursor_now(viewer, lounge)
    said = [say(ada.viewer, topic) for _ in range(2)]

    with django_assert_num_queries(1):
        changes = changes_since(viewer, lounge, cursor)

    assert [change.element for change in changes.items] == [message.element_id for message in said]


def test_a_touch_among_what_is_said_is_not_missed(ada, bola, cem, lounge, topic):
    old, cursor = topic.messages.get(), cursor_now(bola.viewer, lounge)
    said = say(ada.viewer, topic)
    touch_message(old, author_id=cem.person.pk)

    assert [change.element for change in changes_since(bola.viewer, lounge, cursor).items] == [
        said.element_id,
        old.element_id,
    ]
