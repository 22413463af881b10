"""A seat opens the event's talk."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from events.booking.actions.offer import accept_offer
from events.booking.actions.registration import cancel, register
from events.booking.actions.talk import open_talk
from events.booking.models import Registration
from forum.stage.actions.host import NotAReader
from forum.stage.models import Host
from forum.stage.rules import can_host
from network.access.audience import event as audience_of
from network.access.visible import Refused, can_see
from network.jobs.worker import run_jobs
from network.people.models import Role
from tests.factories.events import change, make_event
from tests.factories.stage import anew


def book(someone, event, **facts) -> Registration:
    return register(by=someone.viewer, event=event, key=uuid4(), **facts)


def reads(someone, event) -> bool:
    return audience_of(event.pk) in someone.viewer.audiences


def test_a_seat_makes_one_of_the_people_there_and_a_place_in_line_does_not(ada, bola):
    event = make_event(capacity=1)

    book(ada, event)
    book(bola, event, waits=True)

    assert reads(ada, event) and not reads(bola, event)


def test_whoever_gives_it_back_is_out_and_who_takes_it_up_is_in(ada, bola):
    event = make_event(capacity=1)
    seat, line = book(ada, event), book(bola, event, waits=True)

    cancel(by=ada.viewer, registration=seat)
    run_jobs()
    assert not reads(ada, event) and not reads(bola, event)
    accept_offer(by=bola.viewer, registration=Registration.objects.get(pk=line.pk))

    assert reads(bola, event) and not reads(ada, event)


def test_booked_again_she_is_in_again_once(ada):
    event = make_event()
    cancel(by=ada.viewer, registration=book(ada, event))

    book(ada, event)

    assert reads(ada, event)
    assert Role.objects.current().filter(person=ada.person, kind="attendee").count() == 1


def test_the_talk_is_for_those_with_a_seat_and_led_by_some_of_them(finn, ada, bola, cem):
    event = make_event()
    for one in (ada, bola):
        book(one, event)

    talk = open_talk(by=finn.viewer, event=event, chairs=[ada.person], panel=[bola.person])

    assert [can_see(one.viewer, talk) for one in (ada, bola, cem, finn)] == [True, True, False, False]
    assert can_host(ada.viewer, anew(talk)) and not can_host(bola.viewer, anew(talk))


def test_who_booked_before_there_were_talks_is_let_in(finn, ada):
    event = make_event()
    book(ada, event)
    Role.objects.filter(kind="attendee").delete()

    talk = open_talk(by=finn.viewer, event=event)

    assert can_see(ada.viewer, talk)


def test_opened_again_it_is_led_by_exactly_those_who_are_chosen_now(finn, ada, bola):
    event = make_event()
    for one in (ada, bola):
        book(one, event)
    first = open_talk(by=finn.viewer, event=event, chairs=[ada.person])

    second = open_talk(by=finn.viewer, event=event, chairs=[bola.person])

    assert first == second and [host.person for host in Host.objects.all()] == [bola.person]
    assert not can_host(ada.viewer, anew(second))


def test_a_cancelled_event_has_none_and_nobody_leads_without_a_seat(finn, ada):
    with pytest.raises(Refused):
        open_talk(by=finn.viewer, event=make_event(cancelled_at=timezone.now()))
    with pytest.raises(NotAReader):
        open_talk(by=finn.viewer, event=make_event(), chairs=[ada.person])


def test_only_organisers_open_it(ada, efe, dina):
    event = make_event()
    for one in (ada, efe, dina):
        with pytest.raises(Refused):
            open_talk(by=one.viewer, event=event)


def test_published_with_another_date_its_talk_follows(finn, ada, on_commit):
    event = make_event()
    book(ada, event)
    talk = open_talk(by=finn.viewer, event=event)
    later = event.starts_at + timedelta(days=30)

    with on_commit():
        change(event, starts_at=later, ends_at=later + timedelta(hours=3))
    run_jobs()

    assert (anew(talk).starts_at, anew(talk).ends_at) == (later, later + timedelta(hours=3))


def test_a_seat_is_kept_by_those_who_were_there_after_it_is_over(finn, ada):
    event = make_event()
    book(ada, event)
    talk = open_talk(by=finn.viewer, event=event)

    with time_machine.travel(talk.closes_at + timedelta(days=100), tick=False):
        assert can_see(ada.viewer, talk)
