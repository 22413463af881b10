from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from events.booking.actions.registration import cancel, register
from events.booking.actions.talk import open_talk
from events.booking.models import RegistrationState, Seating
from events.booking.panel import Panel
from forum.stage.actions.halt import readmit, stop_talk
from forum.stage.models import Ejection
from network.access.audience import PUBLIC
from tests.factories.events import make_event
from tests.factories.forum import say
from tests.factories.stage import anew, thread_of


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


LINK = "https://rooms.example/secret-room"


def led_to(someone, event) -> str:
    return someone.client.get(f"/m/e/{event.public_id}/join/").headers.get("Location", "")


def test_the_link_opens_half_an_hour_before_and_only_to_who_is_coming(ada, bola):
    event = make_event(format="online", join_link=LINK)
    register(by=ada.viewer, event=event, key=uuid4())
    way = f"/m/e/{event.public_id}/join/"

    assert way not in page_for(ada, event) and led_to(ada, event).endswith("#registration")
    with time_machine.travel(event.starts_at - timedelta(minutes=31), tick=False):
        assert way not in page_for(ada, event) and led_to(ada, event).endswith("#registration")
    with time_machine.travel(event.starts_at - timedelta(minutes=29), tick=False):
        assert way in page_for(ada, event) and led_to(ada, event) == LINK
        assert way not in page_for(bola, event) and led_to(bola, event) == ""


def test_a_link_kept_by_somebody_who_gave_the_seat_back_leads_nowhere(ada):
    event = make_event(format="online", join_link=LINK)
    registration = register(by=ada.viewer, event=event, key=uuid4())
    cancel(by=ada.viewer, registration=registration)

    with time_machine.travel(event.starts_at - timedelta(minutes=29), tick=False):
        assert led_to(ada, event).endswith("#registration")


def test_a_cancelled_event_leads_nowhere(ada):
    event = make_event(format="online", join_link=LINK)
    register(by=ada.viewer, event=event, key=uuid4())
    type(event).objects.filter(pk=event.pk).update(cancelled_at=timezone.now())

    with time_machine.travel(event.starts_at - timedelta(minutes=29), tick=False):
        assert led_to(ada, event).endswith("#registration")


def test_whoever_is_put_out_of_the_talk_does_not_join_until_let_in_by_name(finn, ada, cem):
    event = make_event(format="online", join_link=LINK)
    for someone in (ada, cem):
        register(by=someone.viewer, event=event, key=uuid4())
    talk = open_talk(by=finn.viewer, event=event, chairs=[ada.person])
    say(cem.viewer, thread_of(talk), "Not a question")

    with time_machine.travel(event.starts_at - timedelta(minutes=9)):
        stop_talk(by=ada.viewer, sitting=anew(talk), key=uuid4(), people=[cem.person])
        assert "Join online" not in page_for(cem, event) and "closed to you" in page_for(cem, event)
        assert led_to(cem, event).endswith("#registration") and led_to(ada, event) == LINK

        readmit(by=ada.viewer, ejection=Ejection.objects.get(person=cem.person))
        assert "Join online" in page_for(cem, event) and led_to(cem, event) == LINK


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
