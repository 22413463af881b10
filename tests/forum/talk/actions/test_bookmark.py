"""Saving messages for later."""

import pytest
from django.utils import timezone

from forum.talk.actions import bookmark
from forum.talk.actions.bookmark import TooManySaved, forget_saved, save_message
from forum.talk.actions.message import delete_message
from forum.talk.models import Bookmark, Message
from network.access.visible import Refused
from network.people.actions.role import end_role
from tests.factories.forum import make_thread, say


def saved_by(who):
    mine = Bookmark.objects.visible_to(who.viewer).latest_first()
    return [kept.message.body for kept in mine]


def save(who, *messages):
    for message in messages:
        save_message(by=who.viewer, message=message)


def test_the_latest_saved_comes_first_and_twice_is_once(ada, bola, topic):
    one, two = say(ada.viewer, topic, "One"), say(ada.viewer, topic, "Two")

    save(bola, two, one, two)

    assert saved_by(bola) == ["One", "Two"]


def test_everybody_has_their_own(ada, bola, dina, topic):
    save(bola, say(ada.viewer, topic, "One"))

    assert (saved_by(bola), saved_by(ada), saved_by(dina)) == (["One"], [], [])


def test_what_was_saved_is_forgotten_for_oneself_alone(ada, bola, cem, topic):
    message = say(ada.viewer, topic, "One")
    save(bola, message)
    save(cem, message)

    forget_saved(by=bola.viewer, message=message)
    forget_saved(by=bola.viewer, message=message)

    assert (saved_by(bola), saved_by(cem)) == ([], ["One"])


def test_nobody_saves_what_they_may_not_read(ada, bola, eve, efe, outsider, alumni_room):
    message = say(ada.viewer, make_thread(ada.viewer, alumni_room))

    for who in (bola, eve, efe, outsider):
        for act in (save_message, forget_saved):
            with pytest.raises(Refused):
                act(by=who.viewer, message=message)
    assert not Bookmark.objects.exists()


def test_what_was_deleted_or_hidden_is_neither_saved_nor_shown(ada, bola, topic):
    deleted, hidden, standing = (say(ada.viewer, topic, body) for body in ("Deleted", "Hidden", "Standing"))
    save(bola, deleted, hidden, standing)
    delete_message(by=ada.viewer, message=deleted)
    Message.objects.filter(pk=hidden.pk).update(hidden_at=timezone.now())
    hidden.refresh_from_db()

    assert saved_by(bola) == ["Standing"]
    for message in (deleted, hidden):
        with pytest.raises(Refused):
            save(bola, message)


def test_an_author_who_hides_takes_the_saved_message_along(ada, bola, maya, topic, hides):
    message = say(ada.viewer, topic, "One")
    save(bola, message)
    save(maya, message)

    hides(ada, maya)

    assert (saved_by(bola), saved_by(maya)) == (["One"], [])


def test_a_right_that_ends_takes_ones_own_along(ada, alumni_room):
    save(ada, say(ada.viewer, make_thread(ada.viewer, alumni_room), "One"))
    assert saved_by(ada) == ["One"]

    end_role(role=ada.person.roles.get(), by=None)

    assert saved_by(ada) == []


def test_as_many_as_the_bound_and_what_is_saved_already_is_no_more(ada, bola, topic, monkeypatch):
    monkeypatch.setattr(bookmark, "MOST_SAVED", 2)
    one, two, three = (say(ada.viewer, topic, body) for body in ("One", "Two", "Three"))
    save(bola, one, two)

    with pytest.raises(TooManySaved):
        save(bola, three)
    save(bola, two)

    assert saved_by(bola) == ["Two", "One"]


def test_the_bound_does_not_tell_of_messages_out_of_sight(ada, bola, maya, topic, hides, monkeypatch):
    monkeypatch.setattr(bookmark, "MOST_SAVED", 2)
    theirs = make_thread(bola.viewer, topic.space)
    save(maya, say(ada.viewer, theirs, "Hidden"), say(bola.viewer, theirs, "One"))
    hides(ada, maya)

    save(maya, say(bola.viewer, theirs, "Two"))

    assert saved_by(maya) == ["Two", "One"]
