"""What a message said before: kept by every edit, gone with the message."""

import pytest
from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.actions.change import store_change
from forum.talk.actions.message import delete_message, edit_message
from forum.talk.models import EarlierWords, Message
from network.people.actions.role import end_role
from tests.factories.forum import make_thread, say


def edited(who, message, *versions):
    for body in versions:
        edit_message(by=who.viewer, message=message, body=body)
    return message


def bodies_for(who):
    return [words.body for words in EarlierWords.objects.visible_to(who.viewer).latest_first()]


def test_every_edit_keeps_what_stood_there(ada, topic):
    message = edited(ada, say(ada.viewer, topic, "One"), "*Two*", "Three")

    kept = list(EarlierWords.objects.latest_first().values_list("message", "body", "html"))

    assert kept == [(message.pk, "*Two*", "<p><em>Two</em></p>\n"), (message.pk, "One", "<p>One</p>\n")]


def test_the_same_words_again_are_no_edit(ada, topic):
    message = edited(ada, say(ada.viewer, topic, "One"), "Two")
    before = Message.objects.values("version", "edited_at").get(pk=message.pk)

    edit_message(by=ada.viewer, message=message, body="Two")

    assert bodies_for(ada) == ["One"]
    assert Message.objects.values("version", "edited_at").get(pk=message.pk) == before


def test_what_another_request_wrote_meanwhile_is_kept(ada, topic):
    message = say(ada.viewer, topic, "One")
    stale = Message.objects.select_related("thread", "space").get(pk=message.pk)
    edited(ada, message, "Two")

    edited(ada, stale, "Three")

    assert bodies_for(ada) == ["Two", "One"]


def test_the_author_sees_it_and_nobody_else(ada, bola, maya, dina, eve, efe, finn, outsider, topic):
    edited(ada, say(ada.viewer, topic, "One"), "Two")

    seen = {who: bodies_for(who) for who in (ada, bola, maya, dina, eve, efe, finn, outsider)}

    assert seen == {ada: ["One"], bola: [], maya: [], dina: [], eve: [], efe: [], finn: [], outsider: []}


def test_a_right_that_ends_takes_ones_own_along(ada, alumni_room):
    edited(ada, say(ada.viewer, make_thread(ada.viewer, alumni_room), "One"), "Two")
    assert bodies_for(ada) == ["One"]

    end_role(role=ada.person.roles.get(), by=None)

    assert bodies_for(ada) == []


def test_deleting_the_message_erases_them_from_the_database(ada, topic):
    message, other = (edited(ada, say(ada.viewer, topic, body), "Two") for body in ("canary", "One"))

    delete_message(by=ada.viewer, message=message)

    assert list(EarlierWords.objects.values_list("message", "body")) == [(other.pk, "One")]


def erase_before_the_lock(*, by, message):
    """`delete_message` as it must not be: a correction that holds the lock puts its words there afterwards."""
    message.earlier_words.all().delete()
    message.body, message.html, message.deleted_at = "", "", timezone.now()
    store_change(message, ["body", "html", "deleted_at"])


@pytest.mark.parametrize("delete, is_left", [(delete_message, False), (erase_before_the_lock, True)])
def test_a_correction_just_before_a_deletion_leaves_nothing(ada, topic, monkeypatch, delete, is_left):
    """As by two requests at once: the correction holds the space's lock when the deletion asks for it."""
    message = say(ada.viewer, topic, "canary")
    take_the_lock = Space.advance

    def after_the_correction(space):
        EarlierWords.objects.create(message=message, body="canary", html="canary")
        return take_the_lock(space)

    monkeypatch.setattr(Space, "advance", after_the_correction)
    delete(by=ada.viewer, message=message)

    assert EarlierWords.objects.filter(message=message).exists() is is_left
