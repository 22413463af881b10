"""Whoever may no longer see an event keeps no seat at it: the next in line gets it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.utils import timezone

from events.booking.actions.registration import register
from events.booking.actions.release import release_lost
from events.booking.jobs import look_for_lost_seats
from events.booking.models import Registration, Seating
from events.diary.models import EventPage
from network.access.audience import ALUMNI, PUBLIC
from network.jobs.worker import run_jobs
from network.people.actions.role import end_role, grant_role
from network.people.actions.suspension import suspend
from network.people.models import Role
from tests.factories.events import change, make_event


def book(someone, event) -> Registration:
    return register(by=someone.viewer, event=event, key=uuid4(), waits=True)


def states(*people) -> list[str]:
    return [Registration.objects.get(person=one.person).state for one in people]


def leave(someone, on_commit) -> None:
    with on_commit():
        end_role(role=Role.objects.exclude(kind="attendee").get(person=someone.person), by=None)
    run_jobs()


def test_a_former_members_seat_goes_to_the_next_in_line_without_a_word(bola, cem, on_commit):
    event = make_event(capacity=1)
    book(bola, event)
    book(cem, event)
    run_jobs()
    mail.outbox.clear()

    leave(bola, on_commit)

    assert (states(bola, cem), Seating.objects.get().taken) == (["cancelled", "offered"], 1)
    assert [letter.to for letter in mail.outbox] == [[cem.person.email]]


def test_a_place_in_line_and_an_offer_end_as_well(bola, cem, on_commit):
    event = make_event(capacity=1)
    book(bola, event)
    book(cem, event)

    leave(cem, on_commit)

    assert (states(bola, cem), Seating.objects.get().taken) == (["confirmed", "cancelled"], 1)


def test_a_suspended_members_seat_is_free_at_once(bola, dina, on_commit):
    event = make_event()
    book(bola, event)

    with on_commit():
        suspend(person=bola.person, by=dina.person)
    run_jobs()

    assert (states(bola), Seating.objects.get().taken) == (["cancelled"], 0)


def test_whoever_may_still_see_it_keeps_the_seat(bola, on_commit):
    event = make_event()
    book(bola, event)
    grant_role(person=bola.person, kind="participant", scope="C12", by=None)

    with on_commit():
        end_role(role=Role.objects.get(person=bola.person, kind="ally"), by=None)
    run_jobs()

    assert states(bola) == ["confirmed"]


def test_a_seat_at_a_public_event_stays(bola, on_commit):
    book(bola, make_event(audience=PUBLIC))

    leave(bola, on_commit)

    assert (bola.viewer.is_member, states(bola)) == (False, ["confirmed"])


def test_an_event_taken_off_for_a_while_releases_nobody(bola):
    event = make_event()
    book(bola, event)
    EventPage.objects.filter(pk=event.pk).update(live=False)

    release_lost(person=bola.person)

    assert states(bola) == ["confirmed"]


def test_what_has_begun_stays_as_it_was(bola, on_commit):
    event = make_event()
    book(bola, event)
    EventPage.objects.filter(pk=event.pk).update(starts_at=timezone.now() - timedelta(minutes=1))

    leave(bola, on_commit)

    assert states(bola) == ["confirmed"]


def test_an_event_that_turns_to_fewer_people_keeps_those(ada, bola, on_commit):
    event = make_event()
    book(ada, event)
    book(bola, event)

    with on_commit():
        change(event, audience=ALUMNI)
    run_jobs()

    assert (states(ada, bola), Seating.objects.get().taken) == (["confirmed", "cancelled"], 1)


def test_what_no_fact_told_of_is_found_at_night(bola):
    book(bola, make_event())
    Role.objects.filter(person=bola.person).update(ends_at=timezone.now())

    look_for_lost_seats.now()

    assert (states(bola), Seating.objects.get().taken) == (["cancelled"], 0)


def test_released_twice_a_seat_is_given_back_once(ada, bola):
    event = make_event()
    book(ada, event)
    book(bola, event)
    Role.objects.filter(person=bola.person).update(ends_at=timezone.now())

    released = [len(release_lost(person=bola.person)) for _ in range(2)]

    assert (released, Seating.objects.get().taken) == ([1, 0], 1)


def test_who_has_booked_nothing_costs_no_job(ada, bola, on_commit):
    book(bola, make_event())
    run_jobs()

    with on_commit():
        end_role(role=Role.objects.get(person=ada.person), by=None)

    assert (run_jobs(), states(bola)) == (0, ["confirmed"])


@pytest.mark.parametrize("events", [1, 10])
def test_every_event_is_looked_at(bola, on_commit, events):
    for _ in range(events):
        book(bola, make_event())

    leave(bola, on_commit)

    assert set(Registration.objects.values_list("state", flat=True)) == {"cancelled"}
