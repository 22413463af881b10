"""Sixty people ask for twenty-five seats at once: never one too many, never one lost, and nobody is told twice."""

import subprocess
import sys
from collections import Counter
from uuid import uuid4

import pytest
from django.db.models import Count

from config.env import ROOT
from events.booking.actions.offer import OfferOver, accept_offer, expire_offers, offer_next
from events.booking.actions.registration import cancel, register
from events.booking.models import Registration, Seating
from network.access.viewer import viewer_of
from network.jobs.worker import run_jobs
from network.notices.models import Letter, Notice
from network.people.models import User
from tests.factories.events import make_event
from tests.factories.network import make_people

PEOPLE, SEATS, PROCESSES = 60, 25, 6


@pytest.fixture
def event(db):
    event = make_event(capacity=SEATS)
    Seating.objects.lock(event)
    return event


def rush(house, event, people, *words: str) -> list[str]:
    """Let each process ask for its share of the people, all from the same word. Gives their answers."""
    share = PEOPLE // PROCESSES
    asking = []
    for number in range(PROCESSES):
        first, last = people[number * share].pk, people[(number + 1) * share - 1].pk
        command = [sys.executable, "-m", "tests.faults.rush", *map(str, (event.pk, first, last)), *words]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        asking.append(subprocess.Popen(command, cwd=ROOT, env=house.environment, **pipes))
    assert [process.stdout.readline() for process in asking] == ["ready\n"] * PROCESSES
    for process in asking:
        process.stdin.write("go\n")
        process.stdin.flush()
    if "unguarded" in words:
        assert [process.stdout.readline() for process in asking] == ["looked\n"] * PROCESSES
        for process in asking:
            process.stdin.write("write\n")
            process.stdin.flush()
    answers = [process.communicate(timeout=120)[0].split() for process in asking]
    assert [process.returncode for process in asking] == [0] * PROCESSES
    return [answer for said in answers for answer in said]


def test_sixty_people_in_six_processes_get_exactly_twenty_five_seats(house, event):
    people = make_people(PEOPLE)

    answers = rush(house, event, people)

    everybody = Registration.objects.filter(event=event)
    assert Counter(answers) == {"confirmed": SEATS, "waiting": PEOPLE - SEATS}
    assert everybody.confirmed().count() == Seating.objects.get().taken == SEATS
    assert list(everybody.in_line().values_list("position", flat=True)) == list(range(1, PEOPLE - SEATS + 1))
    assert Letter.objects.count() == Notice.objects.count() == PEOPLE


def test_without_the_guard_the_last_seat_is_sold_to_each(house, event):
    people = make_people(PEOPLE)
    Seating.objects.update(taken=SEATS - 1)

    answers = rush(house, event, people, "unguarded")

    assert Counter(answers) == {"confirmed": PROCESSES, "waiting": PEOPLE - PROCESSES}


def test_sixty_threads_get_exactly_twenty_five_seats(event, at_once):
    viewers = [viewer_of(person) for person in make_people(PEOPLE)]

    def book(viewer):
        return lambda: register(by=viewer, event=event, key=uuid4(), waits=True).state

    answers = at_once([book(viewer) for viewer in viewers])

    assert Counter(map(str, answers)) == {"confirmed": SEATS, "waiting": PEOPLE - SEATS}
    assert Seating.objects.get().taken == SEATS


def test_one_person_in_eight_tabs_gets_one_seat_and_one_letter(event, ada, at_once):
    viewer = ada.viewer

    answers = at_once([lambda: register(by=viewer, event=event, key=uuid4()).pk for _ in range(8)])

    assert len(set(answers)) == 1
    assert (Seating.objects.get().taken, Letter.objects.count()) == (1, 1)


def test_everybody_leaves_and_two_workers_offer_each_seat_once(event, at_once):
    people = make_people(40)
    for person in people:
        register(by=viewer_of(person), event=event, key=uuid4(), waits=True)
    seats = list(Registration.objects.confirmed().select_related("event", "person")[:10])

    at_once([lambda one=one: cancel(by=viewer_of(one.person), registration=one) for one in seats])
    at_once([lambda: offer_next(event=event) for _ in range(4)])
    run_jobs()

    states = dict(Registration.objects.order_by().values_list("state").annotate(many=Count("pk")))
    assert states == {"cancelled": 10, "confirmed": 15, "offered": 10, "waiting": 5}
    assert Seating.objects.get().taken == SEATS


def test_an_offer_taken_and_expiring_at_once_has_one_outcome(event, ada, at_once):
    Seating.objects.update(capacity=1)
    type(event).objects.update(capacity=1)
    seat = Registration.objects.create(
        event=event, person=ada.person, key=uuid4(), state="offered", offer_ends_at=event.starts_at
    )
    Seating.objects.update(taken=1)
    viewer = viewer_of(User.objects.get(pk=ada.person.pk))

    def expire():
        Registration.objects.filter(pk=seat.pk, state="offered").update(offer_ends_at=event.first_published_at)
        return expire_offers(event=event)

    accepted, expired = at_once([lambda: accept_offer(by=viewer, registration=seat), expire])

    seat.refresh_from_db()
    taken = Seating.objects.get().taken
    outcome = (isinstance(accepted, OfferOver), expired, seat.state, taken)
    assert outcome in [(False, 0, "confirmed", 1), (True, 1, "cancelled", 0)]
