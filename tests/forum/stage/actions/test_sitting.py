"""A talk opens with its event, turns by the clock and is closed with it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from forum.stage.actions.sitting import Talk, TooLate, move_sitting, open_sitting
from forum.stage.jobs import turn
from forum.stage.models import Phase, Sitting
from forum.talk.changes import changes_since, cursor_now
from forum.talk.models import Message
from forum.talk.rules import can_post
from network.access.audience import MEMBERS
from network.access.visible import Refused, can_see
from network.people.actions.role import end_role
from network.people.models import Role
from tests.factories.forum import say
from tests.factories.stage import anew, make_sitting, thread_of
from tests.live import while_listening

SECOND = timedelta(seconds=1)


def at(moment):
    return time_machine.travel(moment, tick=False)


def phase_at(sitting, moment) -> Phase:
    with at(moment):
        return anew(sitting).phase


def test_each_phase_begins_at_its_second(talk):
    turns = [talk.questions_at, talk.starts_at, talk.ends_at, talk.closes_at]

    before = [phase_at(talk, turn - SECOND) for turn in turns[1:]]
    after = [phase_at(talk, turn) for turn in turns]

    assert after == [Phase.QUESTIONS, Phase.LIVE, Phase.REFLECTIONS, Phase.CLOSED]
    assert before == [Phase.QUESTIONS, Phase.LIVE, Phase.REFLECTIONS]


def test_an_open_page_knows_in_how_many_seconds_the_phase_turns(talk):
    ahead = []
    for moment in (talk.starts_at - timedelta(days=1), talk.starts_at - 90 * SECOND, talk.closes_at):
        with at(moment):
            ahead.append(anew(talk).next_in)

    assert ahead == [None, 91, None]


def test_a_talk_opened_long_before_begins_with_introductions(finn, bola):
    sitting = make_sitting(finn.viewer, bola.person, starts_in=timedelta(days=20))

    assert anew(sitting).phase == Phase.INTRODUCTIONS
    assert sitting.questions_at == sitting.starts_at - timedelta(days=7)
    assert sitting.closes_at == sitting.ends_at + timedelta(days=7)


def test_those_with_a_seat_read_and_write_and_nobody_else(talk, ada, bola, maya, dina, finn):
    thread = thread_of(talk)

    assert [can_see(one.viewer, talk) for one in (ada, bola, maya, dina, finn)] == [True, True, False, False, False]
    assert can_post(bola.viewer, thread) and not can_post(maya.viewer, thread)


def test_at_its_end_it_takes_nothing_from_anybody_and_is_still_read(talk, ada, bola):
    with at(talk.closes_at - SECOND):
        assert can_post(bola.viewer, thread_of(talk))
    with at(talk.closes_at):
        assert not can_post(bola.viewer, thread_of(talk)) and not can_post(ada.viewer, thread_of(talk))
        assert can_see(bola.viewer, talk)


def test_a_seat_that_ends_ends_reading(talk, bola):
    end_role(role=Role.objects.get(person=bola.person, kind="attendee"), by=None)

    assert not can_see(bola.viewer, talk)


def test_opened_twice_it_is_one(finn, talk):
    again = Talk(talk.thread.space.audience, "Another title", talk.starts_at, talk.ends_at)

    assert open_sitting(by=finn.viewer, talk=again) == talk
    assert Message.objects.filter(thread=talk.thread).count() == 1


def test_only_organisers_open_one(ada, dina, efe):
    starts_at = timezone.now() + timedelta(days=1)
    for one in (ada, dina, efe):
        with pytest.raises(Refused):
            open_sitting(by=one.viewer, talk=Talk("event:1", "A talk", starts_at, starts_at + SECOND))


def test_it_is_for_an_event_and_for_one_that_is_not_long_over(finn):
    long_ago = timezone.now() - timedelta(days=9)
    with pytest.raises(ValueError):
        open_sitting(by=finn.viewer, talk=Talk(MEMBERS, "A talk", long_ago, long_ago + SECOND))
    with pytest.raises(TooLate):
        open_sitting(by=finn.viewer, talk=Talk("event:2", "A talk", long_ago, long_ago + SECOND))
    assert not Sitting.objects.exists()


def test_it_moves_with_its_event(talk, bola):
    later = talk.starts_at + timedelta(days=30)

    move_sitting(talk=Talk(talk.thread.space.audience, "A talk", later, later + timedelta(hours=1)))

    moved = anew(talk)
    assert (moved.phase, moved.starts_at) == (Phase.INTRODUCTIONS, later)
    assert moved.closes_at == moved.thread.closes_at == moved.thread.space.closes_at


def test_an_event_without_a_talk_moves_alone(db):
    move_sitting(talk=Talk("event:3", "A talk", timezone.now(), timezone.now() + SECOND))

    assert not Sitting.objects.exists()


def test_when_a_phase_turns_every_open_page_hears_of_it(talk, bola, committed):
    space = talk.thread.space
    with at(talk.starts_at):
        heard = while_listening(bola, space, committed(lambda: turn.now(talk.pk)))

    assert [frame["element"] for frame in heard] == [talk.opening.element_id]
    assert 'data-sitting="live"' in heard[0]["html"]


def test_a_page_without_sockets_finds_the_turn_in_what_changed(talk, bola):
    space, before = talk.thread.space, cursor_now(bola.viewer, talk.thread.space)
    with at(talk.ends_at):
        turn.now(talk.pk)
        items = changes_since(bola.viewer, space, before).items

    assert ["reflections" in item.html for item in items] == [True]


def test_its_first_message_is_the_organisers_and_nobodys(talk, bola):
    opening = Message.objects.get(thread=talk.thread)

    assert (opening.author, opening.author_name) == (None, "The organisers")
    assert say(bola.viewer, thread_of(talk)).number > opening.number
