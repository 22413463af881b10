"""A seat is given back by its holder and by several workers in one moment: it is free once."""

from uuid import uuid4

import pytest
from django.db import transaction

from events.booking.actions.registration import cancel, register
from events.booking.actions.release import let_go, release_lost
from events.booking.models import Registration, Seating
from network.access.viewer import viewer_of
from network.people.actions.role import end_role
from network.people.models import Role, User
from tests.factories.events import make_event
from tests.factories.network import make_people

WORKERS = 4


@pytest.fixture
def seat(bola) -> Registration:
    """Bola's among five, the right to it lost."""
    event = make_event(capacity=5)
    for person in (bola.person, *make_people(4)):
        register(by=viewer_of(person), event=event, key=uuid4())
    end_role(role=Role.objects.exclude(kind="attendee").get(person=bola.person), by=None)
    return Registration.objects.get(person=bola.person)


def fresh(seat: Registration) -> Registration:
    return Registration.objects.select_related("event", "person").get(pk=seat.pk)


def test_given_back_by_herself_and_by_four_workers_a_seat_is_free_once(bola, seat, at_once):
    def work():
        return len(release_lost(person=User.objects.get(pk=bola.person.pk)))

    answers = at_once([lambda: cancel(by=bola.viewer, registration=fresh(seat)).state, *[work] * WORKERS])

    assert (str(answers[0]), sum(answers[1:]) <= 1) == ("cancelled", True)
    assert (fresh(seat).state, Seating.objects.get().taken) == ("cancelled", 4)


def test_without_a_look_under_the_lock_it_is_free_four_times(seat, at_once):
    """The guard is what makes the test above pass."""

    def careless(mine: Registration):
        def work():
            with transaction.atomic():
                Seating.objects.lock(mine.event)
                return let_go(mine)

        return work

    at_once([careless(mine) for mine in [fresh(seat) for _ in range(WORKERS)]])

    assert Seating.objects.get().taken == 5 - WORKERS
