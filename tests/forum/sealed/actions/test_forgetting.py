"""Openings and pauses of pens are forgotten 24 months after they ended."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from forum.sealed.actions.opening import ask_for_opening, open_seal, withdraw_opening
from forum.sealed.actions.pause import lift_pen_pause, pause_pen
from forum.sealed.jobs import forget_ended, tell_late
from forum.sealed.models import Opening, PenPause
from forum.spaces.actions.takes_two import UNTOLD_AT_MOST
from forum.spaces.models.takes_two import TakesTwoState
from network.records.keeping import KEPT

A_DAY = timedelta(days=1)
WHY = {"reason": "life", "words": "She writes that she will not live."}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def after(clock):
    """`after(KEPT)`: so much later, when the night's work is done."""

    def forget(span):
        clock.shift(span)
        forget_ended.now()

    return forget


def test_what_waits_for_a_second_person_stays(moderator, seal, after):
    ask_for_opening(by=moderator, seal=seal, **WHY)

    after(2 * KEPT)

    assert Opening.objects.exists()


def test_an_opened_seal_goes_24_months_after_its_author_was_told(moderator, owner, seal, clock, after):
    asked = ask_for_opening(by=moderator, seal=seal, untold_because="A court says so", **WHY)
    open_seal(by=owner, opening=asked)
    clock.shift(UNTOLD_AT_MOST + A_DAY)
    tell_late.now()
    after(KEPT)
    assert Opening.objects.exists()

    after(A_DAY)

    assert not Opening.objects.exists()


def test_one_that_was_withdrawn_or_gave_way_goes_24_months_after(moderator, seal, after):
    withdraw_opening(by=moderator, opening=ask_for_opening(by=moderator, seal=seal, **WHY))
    ask_for_opening(by=moderator, seal=seal, **WHY)
    Opening.objects.filter(state=TakesTwoState.ASKED).update(state=TakesTwoState.REFUSED)
    after(KEPT)
    assert Opening.objects.count() == 2

    after(A_DAY)

    assert not Opening.objects.exists()


def test_a_pause_of_a_pen_goes_24_months_after_its_end(moderator, seal, clock, after):
    pause_pen(by=moderator, seal=seal, span=timedelta(days=7), reason="Unkind")
    clock.shift(A_DAY)
    lift_pen_pause(by=moderator, seal=seal)
    pause_pen(by=moderator, seal=seal, span=timedelta(days=7), reason="Unkind again")
    after(KEPT + A_DAY)
    assert PenPause.objects.get().reason == "Unkind again"

    after(timedelta(days=7))

    assert not PenPause.objects.exists()
