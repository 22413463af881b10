from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from forum.spaces.actions.pause import lift_pause, pause_person
from forum.talk.actions.message import delete_message, edit_message, post_message
from forum.talk.actions.thread import open_thread
from network.access.visible import Refused, can_see
from network.records.models import StaffAction
from tests.factories.forum import make_thread, say

DAY = timedelta(days=1)


@pytest.fixture
def paused(ada, dina):
    """Ada, for a day."""
    return pause_person(by=dina.viewer, person=ada.person, span=DAY, reason="Three times")


def test_whoever_is_paused_says_opens_and_corrects_nothing_and_reads(ada, dina):
    thread = make_thread(ada.viewer)
    message = say(ada.viewer, thread)
    pause_person(by=dina.viewer, person=ada.person, span=DAY, reason="Three times")

    for refused in (
        lambda: post_message(by=ada.viewer, thread=thread, body="No", key=uuid4()),
        lambda: open_thread(by=ada.viewer, space=thread.space, title="No", body="No", key=uuid4()),
        lambda: edit_message(by=ada.viewer, message=message, body="No"),
    ):
        with pytest.raises(Refused):
            refused()
    assert can_see(ada.viewer, thread)
    assert delete_message(by=ada.viewer, message=message).deleted_at


def test_others_are_not_paused(ada, bola, paused):
    assert say(bola.viewer, make_thread(bola.viewer))


def test_a_pause_ends_by_itself(ada, paused, topic_of_bola):
    with time_machine.travel(timezone.now() + DAY + timedelta(minutes=1)):
        assert say(ada.viewer, topic_of_bola)


def test_a_lifted_pause_is_over(ada, dina, paused, topic_of_bola):
    lift_pause(by=dina.viewer, pause=paused)
    lift_pause(by=dina.viewer, pause=paused)

    assert say(ada.viewer, topic_of_bola)
    assert StaffAction.objects.filter(verb="lifted_pause").count() == 1


def test_moderators_pause_others_and_nobody_else_does(ada, bola, dina, efe, finn):
    for who, whom in ((bola, ada), (efe, ada), (finn, ada), (dina, dina)):
        with pytest.raises(Refused):
            pause_person(by=who.viewer, person=whom.person, span=DAY, reason="No")


@pytest.mark.parametrize("span", [timedelta(0), -DAY, 31 * DAY])
def test_a_pause_is_neither_nothing_nor_for_ever(ada, dina, span):
    with pytest.raises(ValueError, match="thirty days"):
        pause_person(by=dina.viewer, person=ada.person, span=span, reason="No")


def test_only_the_person_sees_their_pause(ada, bola, paused):
    assert [can_see(who.viewer, paused) for who in (ada, bola)] == [True, False]


@pytest.fixture
def topic_of_bola(bola):
    return make_thread(bola.viewer)
