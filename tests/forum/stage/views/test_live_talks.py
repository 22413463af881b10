"""The list of spaces says which talks are on now, to those with a place there."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from forum.spaces.models import Space
from forum.stage.actions.halt import stop_talk
from forum.stage.lists import live_for
from forum.stage.models import Phase, Sitting
from forum.talk.actions.thread import close_thread

MOMENTS = ("opens_at", "questions_at", "starts_at", "ends_at", "closes_at")


def discussions(who) -> str:
    return who.client.get(reverse("discussions")).content.decode()


def test_whoever_has_a_place_comes_in_by_one_press(live_talk, bola):
    page = discussions(bola)

    assert "Join<span" in page and reverse("thread", args=[live_talk.thread.public_id]) in page
    assert f"live-{live_talk.thread.public_id}" in page


def test_nobody_else_reads_of_it_or_is_asked_for(live_talk, maya, django_assert_num_queries):
    assert "live-talk" not in discussions(maya)
    viewer = maya.viewer
    with django_assert_num_queries(0):
        assert live_for(viewer) == []


def test_whoever_was_put_out_does_not_read_of_it(live_talk, ada, bola):
    stop_talk(by=ada.viewer, sitting=live_talk, key=uuid4(), people=[bola.person])

    assert "live-talk" not in discussions(bola)


def test_a_paused_talk_is_said_to_be_paused(live_talk, bola):
    Space.objects.filter(pk=live_talk.thread.space_id).update(frozen_at=timezone.now())

    page = discussions(bola)

    assert "badge--warn" in page.split("live-talk", 1)[1] and "badge--live" not in page


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_database_reckons_as_the_clock_of_the_page_does(talk, bola, moment):
    viewer = bola.viewer
    for step in (-1, 0, 1):
        with time_machine.travel(getattr(talk, moment) + timedelta(seconds=step), tick=False):
            assert [sitting.phase for sitting in live_for(viewer)] == [Phase.LIVE] * (talk.phase == Phase.LIVE)


def test_a_talk_closed_early_or_called_off_is_not_on(live_talk, ada, bola):
    Sitting.objects.update(is_called_off=True)
    assert live_for(bola.viewer) == []

    Sitting.objects.update(is_called_off=False)
    close_thread(by=ada.viewer, thread=live_talk.thread)
    assert live_for(bola.viewer) == []
