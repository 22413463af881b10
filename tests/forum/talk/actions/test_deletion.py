"""Taking words back with a moment to think again: gone for everybody at once, and for good a little later."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from forum.spaces.actions.pause import pause_person
from forum.spaces.models import Space
from forum.talk.actions.deletion import restore, take_back
from forum.talk.changes import changes_since, cursor_now
from forum.talk.models import EarlierWords, Message
from network.access.viewer import Viewer
from network.access.visible import Refused
from network.jobs.worker import run_jobs
from tests.factories.forum import say

FRAGMENT = {"HTTP_X_FRAGMENT": "1"}


@pytest.fixture
def spoken(bola, topic):
    return say(bola.viewer, topic, "canary")


def later(**passed):
    return time_machine.travel(timezone.now() + timedelta(**passed), tick=False)


def path(name, message):
    return reverse(name, args=[message.thread.public_id, message.public_id])


def test_nobody_reads_it_from_the_first_moment_on(ada, bola, topic, spoken):
    cursor = cursor_now(ada.viewer, topic.space)

    take_back(by=bola.viewer, message=spoken)

    (told,) = changes_since(ada.viewer, topic.space, cursor).items
    assert "canary" not in told.html and "deleted this message" in told.html
    for who in (ada, bola):
        for page in (reverse("thread", args=[topic.public_id]), path("message", spoken)):
            assert "canary" not in who.client.get(page).text


def test_undone_it_stands_where_it_stood(ada, bola, topic, spoken):
    later_words = say(ada.viewer, topic, "Later words")
    take_back(by=bola.viewer, message=spoken)
    cursor = cursor_now(ada.viewer, topic.space)

    restore(by=bola.viewer, message=Message.objects.get(pk=spoken.pk))
    with later(minutes=1):
        run_jobs()

    (told,) = changes_since(ada.viewer, topic.space, cursor).items
    assert "canary" in told.html and not told.is_new
    spoken.refresh_from_db()
    assert (spoken.body, spoken.deleted_at) == ("canary", None) and spoken.number < later_words.number


def test_left_alone_it_is_erased_with_all_that_goes_with_it(ada, bola, topic, spoken):
    EarlierWords.objects.create(message=spoken, body="canary", html="canary")
    answer = say(ada.viewer, topic, "> canary\n\nI agree", reply_to=spoken)
    take_back(by=bola.viewer, message=spoken)
    version = spoken.version

    with later(seconds=21):
        run_jobs()

    spoken.refresh_from_db()
    answer.refresh_from_db()
    assert (spoken.body, spoken.html, spoken.version) == ("", "", version)
    assert not spoken.earlier_words.exists() and "canary" not in answer.body


@pytest.mark.parametrize("passed", [15, 60])
def test_after_the_moment_it_cannot_be_had_back(bola, spoken, passed):
    take_back(by=bola.viewer, message=spoken)

    with later(seconds=passed), pytest.raises(Refused):
        restore(by=bola.viewer, message=spoken)


def test_deleted_once_more_it_has_a_moment_of_its_own(bola, spoken):
    take_back(by=bola.viewer, message=spoken)
    restore(by=bola.viewer, message=spoken)
    with later(seconds=14):
        take_back(by=bola.viewer, message=spoken)
    with later(seconds=22):
        run_jobs()
        assert Message.objects.get(pk=spoken.pk).body == "canary"

    with later(seconds=40):
        run_jobs()

    assert Message.objects.get(pk=spoken.pk).body == ""


def test_nobody_else_does_either(ada, dina, bola, spoken):
    for who in (ada, dina):
        with pytest.raises(Refused):
            take_back(by=who.viewer, message=spoken)
    take_back(by=bola.viewer, message=spoken)
    for who in (ada, dina):
        with pytest.raises(Refused):
            restore(by=who.viewer, message=spoken)


def test_what_was_erased_at_once_has_nothing_to_restore(bola, spoken):
    bola.client.post(path("message_deletion", spoken))

    answer = bola.client.post(path("message_restoring", spoken))

    assert (answer.status_code, Message.objects.get(pk=spoken.pk).body) == (409, "")
    assert "deleted this message" in answer.text


def test_a_page_that_offers_undo_gets_the_element_each_time(bola, spoken):
    gone = bola.client.post(path("message_deletion", spoken), **FRAGMENT)
    back = bola.client.post(path("message_restoring", spoken), **FRAGMENT)

    assert [answer.status_code for answer in (gone, back)] == [200, 200]
    assert "canary" not in gone.text and "canary" in back.text


def test_who_may_not_read_the_room_any_more_restores_nothing(bola, spoken):
    take_back(by=bola.viewer, message=spoken)
    no_member = Viewer(person_id=bola.person.pk)

    with pytest.raises(Refused):
        restore(by=no_member, message=spoken)


def test_whoever_was_paused_meanwhile_restores_nothing(bola, dina, spoken):
    take_back(by=bola.viewer, message=spoken)
    pause_person(by=dina.viewer, person=bola.person, span=timedelta(days=1), reason="Unkind")

    with pytest.raises(Refused):
        restore(by=bola.viewer, message=spoken)
    assert Message.objects.get(pk=spoken.pk).deleted_at


def test_where_everybody_is_quiet_nobody_restores(bola, spoken):
    take_back(by=bola.viewer, message=spoken)
    Space.objects.filter(pk=spoken.space_id).update(frozen_at=timezone.now())

    with pytest.raises(Refused):
        restore(by=bola.viewer, message=spoken)
    assert Message.objects.get(pk=spoken.pk).deleted_at
