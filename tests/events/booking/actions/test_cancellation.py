from uuid import uuid4

import pytest
from django.core import mail

from events.booking.actions.registration import cancel, register
from events.booking.models import Registration, Seating
from network.access.visible import Refused
from network.jobs.worker import run_jobs
from tests.factories.events import make_event


def book(someone, event, **facts) -> Registration:
    return register(by=someone.viewer, event=event, **{"key": uuid4(), **facts})


def test_an_old_form_sent_again_after_cancelling_books_nothing(bola):
    event, key = make_event(), uuid4()
    cancel(by=bola.viewer, registration=book(bola, event, key=key))

    answer = book(bola, event, key=key)

    assert (answer.state, Seating.objects.get().taken) == ("cancelled", 0)


def test_nobody_passes_those_who_wait(ada, bola, cem):
    event = make_event(capacity=1)
    seat = book(ada, event)
    book(bola, event, waits=True)
    cancel(by=ada.viewer, registration=seat)

    late = book(cem, event, waits=True)

    assert (late.state, late.position) == ("waiting", 2)


def test_a_freed_seat_is_offered_to_the_next(ada, bola):
    event = make_event(capacity=1)
    seat = book(ada, event)
    waiting = book(bola, event, waits=True)

    cancel(by=ada.viewer, registration=seat)
    run_jobs()

    waiting.refresh_from_db()
    assert (waiting.state, Seating.objects.get().taken) == ("offered", 1)


def test_cancelled_twice_a_seat_is_given_back_once(ada, bola):
    event = make_event(capacity=2)
    seat = book(ada, event)
    book(bola, event)

    for _ in range(2):
        cancel(by=ada.viewer, registration=Registration.objects.get(pk=seat.pk))
    run_jobs()

    assert Seating.objects.get().taken == 1
    # That she has a seat was no longer true when the letters left.
    assert [letter.subject for letter in mail.outbox if letter.to == [ada.person.email]] == ["Your seat is given back"]


def test_after_cancelling_one_may_book_again(ada):
    event = make_event()
    cancel(by=ada.viewer, registration=book(ada, event))

    again = book(ada, event)

    assert (again.state, Seating.objects.get().taken, Registration.objects.count()) == ("confirmed", 1, 1)


def test_nobody_cancels_for_somebody_else(ada, bola):
    seat = book(ada, make_event())

    with pytest.raises(Refused):
        cancel(by=bola.viewer, registration=seat)
