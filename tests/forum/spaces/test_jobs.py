"""Orders about somebody's messages are forgotten 24 months after their end."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from forum.spaces.actions.hold_order import hold_next_posts, lift_hold_order
from forum.spaces.jobs import forget_orders
from forum.spaces.models import HoldOrder
from network.records.keeping import KEPT
from tests.factories.forum import hold

A_DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def after(clock):
    def forget(span):
        clock.shift(span)
        forget_orders.now()

    return forget


def order(by, about, **facts):
    return hold_next_posts(by=by.viewer, person=about.person, reason="Twice unkind", **facts)


def test_an_order_that_still_holds_stays(bola, dina, after):
    order(dina, bola, posts=1)

    after(3 * KEPT)

    assert HoldOrder.objects.visible_to(bola.viewer).running().exists()


def test_one_that_has_ended_goes_24_months_after(bola, dina, after):
    order(dina, bola, span=timedelta(days=7))
    after(timedelta(days=7) + KEPT)
    assert HoldOrder.objects.exists()

    after(A_DAY)

    assert not HoldOrder.objects.exists()


def test_one_that_was_lifted_goes_24_months_after_that(bola, dina, clock, after):
    held = order(dina, bola, posts=5)
    clock.shift(2 * KEPT)
    lift_hold_order(by=dina.viewer, order=held)
    after(KEPT)
    assert HoldOrder.objects.exists()

    after(A_DAY)

    assert not HoldOrder.objects.exists()


def test_the_last_message_ends_the_order_and_its_time_begins(bola, dina, topic, clock, after):
    order(dina, bola, posts=1)
    clock.shift(2 * KEPT)
    hold(bola.viewer, topic)
    after(KEPT)
    assert HoldOrder.objects.exists()

    after(A_DAY)

    assert not HoldOrder.objects.exists()


def test_of_one_that_ran_out_before_ends_were_noted_the_beginning_counts(bola, dina, after):
    order(dina, bola, posts=1)
    HoldOrder.objects.update(posts_left=0)

    after(KEPT + A_DAY)

    assert not HoldOrder.objects.exists()
