"""Who is told of what a pen says, when, and what the telling gives away."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from forum.sealed.actions.message import reword_unnamed
from forum.sealed.actions.mute import mute_pen
from forum.sealed.jobs import tell_of_pens
from forum.sealed.telling import tell_of_hour
from forum.talk.actions.following import set_following
from forum.talk.actions.unnamed import to_the_hour
from network.notices.models import Letter, Notice
from network.people.actions.block import raise_block
from network.people.actions.shield import raise_shield
from network.people.models import ShieldLevel, User
from tests.factories.forum import make_thread, say
from tests.factories.sealed import whisper

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def half_past():
    """The hour turns when a test says so, and at no other time."""
    with time_machine.travel(timezone.now().replace(minute=30), tick=False):
        yield


def the_hour_strikes():
    tell_of_hour(to_the_hour(timezone.now()) + HOUR)


def told():
    return set(Notice.objects.values_list("person__name", "kind"))


def test_nobody_is_told_before_the_hour_is_full(ada, chidi, talk):
    whisper(ada.viewer, talk, "@Chidi Eze, and you?")

    tell_of_pens.now()

    assert not Notice.objects.exists()


def test_whoever_is_called_is_told_by_the_pen_name_and_once(ada, chidi, alumna, talk):
    called = alumna("Ngozi Hall")
    said = whisper(ada.viewer, talk, "@Ngozi Hall, and you?")

    the_hour_strikes()
    the_hour_strikes()

    assert Notice.objects.filter(person_id=called.person_id, kind="talk.mention", ref=said.public_id).count() == 1
    letter = Letter.objects.get(person_id=called.person_id)
    assert said.pen_name not in letter.subject + letter.text and ada.person.name not in letter.subject + letter.text


def test_the_author_is_told_like_everybody_else_and_so_is_not_the_one_left_out(ada, chidi, talk):
    said = say(ada.viewer, talk, "With my name")
    Notice.objects.all().delete()
    whisper(ada.viewer, talk, "@Ada Okafor-Lynch was right", reply_to=said)

    the_hour_strikes()

    assert (ada.person.name, "talk.reply") in told()


def test_what_keeps_two_apart_does_not_keep_a_notice_away_or_it_would_tell_whose_pen_it_is(ada, chidi, alumna, talk):
    called = User.objects.get(pk=alumna("Ngozi Hall").person_id)
    raise_block(person=called, other=ada.person)
    raise_shield(person=ada.person, level=ShieldLevel.EVERYWHERE, other=called)
    whisper(ada.viewer, talk, "@Ngozi Hall, and you?")

    the_hour_strikes()

    assert ("Ngozi Hall", "talk.mention") in told()


def test_the_one_answered_and_those_who_follow_are_told(ada, chidi, alumna, talk):
    follower = alumna("Ngozi Hall")
    set_following(by=follower, thread=talk, level="follow")
    whisper(ada.viewer, talk)

    the_hour_strikes()

    assert told() == {("Chidi Eze", "talk.reply"), ("Ngozi Hall", "talk.followed")}


def test_whoever_has_muted_the_pen_is_told_nothing_of_it(ada, chidi, alumna, talk):
    follower = alumna("Ngozi Hall")
    set_following(by=follower, thread=talk, level="follow")
    said = whisper(ada.viewer, talk, "@Ngozi Hall @Chidi Eze, listen")
    for reader in (chidi, follower):
        mute_pen(by=reader, message=said)

    the_hour_strikes()

    assert told() == set()


def test_who_reads_nothing_there_is_not_told(ada, bola, talk):
    whisper(ada.viewer, talk, f"@{bola.person.name}, and you?")

    the_hour_strikes()

    assert not Notice.objects.filter(person=bola.person).exists()


def test_a_name_added_later_is_told_at_the_next_hour(ada, chidi, alumna, talk):
    alumna("Ngozi Hall")
    said = whisper(ada.viewer, talk, "And you?")
    the_hour_strikes()
    reword_unnamed(by=ada.viewer, message=said, body="And you, @Ngozi Hall?")

    the_hour_strikes()

    assert ("Ngozi Hall", "talk.mention") in told()


def test_of_answers_to_a_pen_there_is_no_row_and_yet_its_author_learns_of_them(ada, chidi, talk):
    said = whisper(ada.viewer, talk)
    Notice.objects.all().delete()
    say(chidi, talk, "I know that", reply_to=said)

    page = ada.client.get("/m/notices/").content.decode()

    assert f"1 new to {said.pen_name}" in page
    assert not Notice.objects.filter(person=ada.person).exists()
    assert "1 new answer" in ada.client.get(f"/m/t/{talk.public_id}/").content.decode()


def test_nobody_else_sees_that_line(ada, bola, chidi, talk):
    said = whisper(chidi, talk)
    say(ada.viewer, make_thread(ada.viewer, talk.space), "With my name")
    say(chidi, talk, "More", reply_to=said)

    for someone in (ada, bola):
        assert "without your name" not in someone.client.get("/m/notices/").content.decode()


def test_a_worker_that_was_away_makes_up_for_it(ada, chidi, talk):
    whisper(ada.viewer, talk)

    tell_of_hour(to_the_hour(timezone.now()) + timedelta(hours=20))

    assert ("Chidi Eze", "talk.reply") in told()
