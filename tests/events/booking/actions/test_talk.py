"""A seat opens the event's talk."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from events.booking.actions.offer import accept_offer
from events.booking.actions.registration import cancel, register
from events.booking.actions.talk import open_talk
from events.booking.jobs import look_for_lost_seats
from events.booking.models import Registration
from forum.stage.actions.host import NotAReader
from forum.stage.models import Host, Phase
from forum.stage.rules import can_host
from network.access.audience import ALUMNI
from network.access.audience import event as audience_of
from network.access.visible import Refused, can_see
from network.jobs.worker import run_jobs
from network.people.actions.role import end_role, grant_role
from network.people.models import Role, RoleKind
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


@pytest.fixture
def alumni_evening(finn, ada, cem):
    """An evening for alumni that is on, with its talk: Ada and Cem, who was taken for one of them, have a seat."""
    mistaken = grant_role(person=cem.person, kind=RoleKind.ALUMNA, by=None)
    event = make_event(audience=ALUMNI)
    for one in (ada, cem):
        book(one, event)
    talk = open_talk(by=finn.viewer, event=event, chairs=[cem.person])
    with time_machine.travel(event.starts_at + timedelta(minutes=5), tick=False):
        yield event, talk, mistaken


@pytest.mark.parametrize("bell", [True, False], ids=["announced", "by the night"])
def test_a_right_lost_while_it_is_on_ends_the_part_in_its_talk(alumni_evening, ada, cem, on_commit, bell):
    event, talk, mistaken = alumni_evening
    assert reads(cem, event)

    if bell:
        with on_commit():
            end_role(role=mistaken, by=None)
        run_jobs()
    else:
        end_role(role=mistaken, by=None)
        look_for_lost_seats.now()

    assert reads(ada, event) and not reads(cem, event)
    assert not can_see(cem.viewer, talk) and not Host.objects.exists()
    assert Registration.objects.get(person=cem.person).is_live


def test_published_for_fewer_while_it_is_on_the_others_leave_the_talk(finn, ada, bola, on_commit):
    event = make_event()
    for one in (ada, bola):
        book(one, event)
    open_talk(by=finn.viewer, event=event)

    with time_machine.travel(event.starts_at + timedelta(minutes=5), tick=False):
        with on_commit():
            change(event, audience=ALUMNI)
        run_jobs()
        assert reads(ada, event) and not reads(bola, event)


def test_whoever_gives_the_seat_back_leads_no_more_though_they_book_again(finn, ada, bola):
    event = make_event()
    seat, _ = book(ada, event), book(bola, event)
    talk = open_talk(by=finn.viewer, event=event, chairs=[ada.person])

    cancel(by=ada.viewer, registration=seat)
    assert not Host.objects.exists()
    book(ada, event)

    assert can_see(ada.viewer, talk) and not can_host(ada.viewer, anew(talk))


def test_published_under_another_title_its_talk_has_that_one(finn, ada, on_commit):
    event = make_event()
    book(ada, event)
    talk = open_talk(by=finn.viewer, event=event)

    with on_commit():
        change(event, title="An evening")
    run_jobs()

    assert (anew(talk).thread.title, anew(talk).thread.space.name) == ("An evening", "An evening")


def test_called_off_its_talk_says_so_and_takes_no_questions(finn, ada, on_commit):
    event = make_event()
    book(ada, event)
    talk = open_talk(by=finn.viewer, event=event)

    with on_commit():
        change(event, cancelled_at=timezone.now())
    run_jobs()

    with time_machine.travel(event.starts_at + timedelta(minutes=5), tick=False):
        assert anew(talk).phase == Phase.REFLECTIONS
        assert "called off" in anew(talk).words and not anew(talk).takes_questions
    with time_machine.travel(talk.closes_at, tick=False):
        assert anew(talk).phase == Phase.CLOSED
