from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from events.booking.actions.offer import OfferOver, accept_offer, expire_offers, offer_next
from events.booking.actions.registration import cancel, register
from events.booking.jobs import forget_access_needs, pass_offers_on
from events.booking.models import Registration, Seating
from network.access.audience import ALUMNI
from network.access.visible import Refused
from network.jobs.worker import run_jobs
from network.people.actions.role import end_role
from network.people.models import Role
from tests.factories.events import change, make_event


@pytest.fixture
def event(ada, bola, cem):
    """One seat: Ada gave it back, Bola is offered it, Cem waits behind her."""
    event = make_event(capacity=1)
    seat = register(by=ada.viewer, event=event, key=uuid4())
    for one in (bola, cem):
        register(by=one.viewer, event=event, key=uuid4(), waits=True)
    cancel(by=ada.viewer, registration=seat)
    run_jobs()
    mail.outbox.clear()
    return event


def of(someone, event) -> Registration:
    return Registration.objects.get(person=someone.person, event=event)


def later(**shift):
    return time_machine.travel(timezone.now() + timedelta(**shift), tick=False)


def test_she_takes_the_seat_once(event, bola):
    first = accept_offer(by=bola.viewer, registration=of(bola, event))
    second = accept_offer(by=bola.viewer, registration=of(bola, event))
    run_jobs()

    assert (first.state, second.state, Seating.objects.get().taken) == ("confirmed", "confirmed", 1)
    assert [letter.to for letter in mail.outbox] == [[bola.person.email]]


def test_nobody_takes_it_for_her(event, cem, bola):
    with pytest.raises(Refused):
        accept_offer(by=cem.viewer, registration=of(bola, event))


def test_offered_twice_by_two_workers_it_is_offered_once(event, cem):
    assert (offer_next(event=event), offer_next(event=event)) == ([], [])
    assert of(cem, event).state == "waiting"


def test_after_a_day_it_goes_to_the_next(event, bola, cem):
    with later(hours=24, seconds=1):
        with pytest.raises(OfferOver):
            accept_offer(by=bola.viewer, registration=of(bola, event))
        pass_offers_on.now()
        pass_offers_on.now()

        assert (of(bola, event).state, of(cem, event).state) == ("cancelled", "offered")
        assert Seating.objects.get().taken == 1


def test_within_the_day_it_stays_hers(event, bola):
    with later(hours=23, minutes=59):
        assert expire_offers(event=event) == 0
        assert accept_offer(by=bola.viewer, registration=of(bola, event)).state == "confirmed"


def test_passed_on_it_goes_to_the_next_at_once(event, bola, cem):
    cancel(by=bola.viewer, registration=of(bola, event))
    run_jobs()

    assert (of(bola, event).state, of(cem, event).state) == ("cancelled", "offered")


def test_who_gave_back_is_not_queued_again(event, ada, bola, cem):
    for one in (bola, cem):
        cancel(by=one.viewer, registration=of(one, event))
    run_jobs()

    assert (of(ada, event).state, Seating.objects.get().taken) == ("cancelled", 0)


def test_more_seats_are_offered_when_the_page_is_published(event, cem):
    change(event, capacity=2)
    run_jobs()

    assert of(cem, event).state == "offered"


def test_a_cancelled_event_has_no_seat_to_take(event, bola):
    change(event, cancelled_at=timezone.now())

    with pytest.raises(OfferOver):
        accept_offer(by=bola.viewer, registration=of(bola, event))


def test_who_may_no_longer_come_leaves_the_line_in_silence(event, bola, cem):
    for role in Role.objects.filter(person=cem.person):
        end_role(role=role, by=None)
    cancel(by=bola.viewer, registration=of(bola, event))
    mail.outbox.clear()

    run_jobs()

    assert of(cem, event).state == "cancelled"
    assert [letter.to for letter in mail.outbox if letter.to == [cem.person.email]] == []


def test_a_lost_right_stops_a_letter_already_written(ada, bola):
    event = make_event(audience=ALUMNI)
    register(by=ada.viewer, event=event, key=uuid4())
    for role in Role.objects.filter(person=ada.person):
        end_role(role=role, by=None)

    run_jobs()

    assert mail.outbox == []


def test_access_needs_are_forgotten_after_thirty_days(bola):
    event = make_event()
    register(by=bola.viewer, event=event, key=uuid4(), access_needs="A seat near the door")

    with later(days=36):
        forget_access_needs.now()
        assert of(bola, event).access_needs == "A seat near the door"
    with later(days=38):
        forget_access_needs.now()
        assert of(bola, event).access_needs == ""
