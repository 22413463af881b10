"""Organisers open the talk; those with a seat find it on the event's page."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from events.booking.actions.registration import register
from forum.stage.models import Host, Sitting
from tests.factories.events import make_event


def seat(someone, event):
    register(by=someone.viewer, event=event, key=uuid4())


def test_finn_opens_it_and_ada_finds_it_on_the_events_page(finn, ada, bola):
    event = make_event()
    seat(ada, event)
    desk = f"/m/desk/events/{event.public_id}/talk/"

    assert finn.client.post(desk, {"chairs": [ada.person.public_id]}).status_code == 302

    talk = Sitting.objects.get()
    link = f"/m/t/{talk.thread.public_id}/"
    assert link in ada.client.get(event.url).content.decode()
    assert link not in bola.client.get(event.url).content.decode()
    assert "Questions before" in finn.client.get(desk).content.decode()
    assert ada.client.get(link).status_code == 200 and finn.client.get(link).status_code == 404


def test_nobody_is_chair_and_panel_at_once(finn, ada):
    event = make_event()
    seat(ada, event)
    both = {"chairs": [ada.person.public_id], "panel": [ada.person.public_id]}

    answer = finn.client.post(f"/m/desk/events/{event.public_id}/talk/", both)

    assert answer.status_code == 422 and "Choose each person once" in answer.content.decode()
    assert not Host.objects.exists()


def test_somebody_without_a_seat_cannot_be_chosen(finn, ada):
    event = make_event()

    answer = finn.client.post(f"/m/desk/events/{event.public_id}/talk/", {"chairs": [ada.person.public_id]})

    assert answer.status_code == 422 and not Sitting.objects.exists()


def test_an_event_long_over_opens_none(finn):
    event = make_event(starts_at=timezone.now() - timedelta(days=20))

    answer = finn.client.post(f"/m/desk/events/{event.public_id}/talk/", {})

    assert answer.status_code == 409 and "over a week ago" in answer.content.decode()


def test_the_recording_is_linked_for_those_with_a_seat_alone(finn, ada, bola):
    event = make_event()
    seat(ada, event)
    finn.client.post(f"/m/desk/events/{event.public_id}/talk/", {})
    Sitting.objects.update(recording_url="https://video.example/talk")

    assert "https://video.example/talk" in ada.client.get(event.url).content.decode()
    assert "https://video.example/talk" not in bola.client.get(event.url).content.decode()
