from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from events.booking.actions.registration import cancel, register
from events.booking.models import RegistrationState, Seating
from events.booking.panel import Panel
from network.access.audience import PUBLIC
from tests.factories.events import make_event


def page_for(someone, event) -> str:
    return someone.client.get(event.url).text


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "Register"),
        ({"capacity": 1}, "The one place is taken"),
        ({"capacity": 1, "has_waiting_list": False}, "This event has no waiting list"),
        ({"booking_opens_at": timedelta(days=1)}, "Booking opens later"),
        ({"booking_closes_at": timedelta(days=-1)}, "Registration has closed"),
        ({"cancelled_at": timedelta(days=-1)}, "This event is cancelled"),
        ({"starts_at": timedelta(days=-1)}, "This event has ended"),
    ],
)
def test_the_panel_has_one_state(ada, facts, words):
    now = timezone.now()
    event = make_event(**{name: now + fact if isinstance(fact, timedelta) else fact for name, fact in facts.items()})
    Seating.objects.create(event=event, capacity=event.capacity, taken=1, starts_at=event.starts_at)

    page = page_for(ada, event)

    assert words in page and page.count('id="registration"') == 1


def test_an_outsider_is_asked_to_sign_in(outsider, eve):
    event = make_event(audience=PUBLIC)

    page = page_for(outsider, event)

    assert "Sign in to register" in page and f"next={event.url}" in page
    assert "Sign in to register" not in page_for(eve, event)


def test_the_link_opens_half_an_hour_before_and_only_to_who_is_coming(ada, bola):
    event = make_event(format="online", join_link="https://rooms.example/secret-room")
    register(by=ada.viewer, event=event, key=uuid4())

    assert "secret-room" not in page_for(ada, event)
    with time_machine.travel(event.starts_at - timedelta(minutes=31), tick=False):
        assert "secret-room" not in page_for(ada, event)
    with time_machine.travel(event.starts_at - timedelta(minutes=29), tick=False):
        assert "secret-room" in page_for(ada, event)
        assert "secret-room" not in page_for(bola, event)


def test_whoever_gave_the_seat_back_is_told_so(ada):
    event = make_event()
    registration = register(by=ada.viewer, event=event, key=uuid4())
    assert "Your place is cancelled" not in page_for(ada, event)

    cancel(by=ada.viewer, registration=registration)

    assert "Your place is cancelled" in page_for(ada, event)


def test_a_seat_that_came_up_stands_among_what_needs_an_answer(ada):
    event = make_event(title="The last chair")
    registration = register(by=ada.viewer, event=event, key=uuid4())
    assert "Take or pass it on" not in ada.client.get("/m/").text

    registration.state, registration.offer_ends_at = RegistrationState.OFFERED, timezone.now() + timedelta(hours=24)
    registration.save()

    assert "A seat has come up: The last chair." in ada.client.get("/m/").text


def test_the_place_in_line_is_said_in_words():
    said = [Panel("waiting", None, place=place).place_in_words for place in (1, 3, 10, 11, 21, 22, 112)]

    assert said == ["first", "third", "tenth", "11th", "21st", "22nd", "112th"]
