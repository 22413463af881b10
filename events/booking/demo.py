"""Who is coming to the demo's events: booked through the actions, the waiting list included."""

from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from events.booking.actions.registration import BookingClosed, EventFull, lock_seating, register
from events.booking.models import Registration, RegistrationState, Seating
from events.diary.models import EventPage
from network.access.viewer import viewer_of
from network.access.visible import can_see
from network.people.models import User

ORDER = 90


def build(world: Any) -> None:
    for row in world.read_json("events.json")["events"]:
        event = world.get(f"event:{row['id']}")
        if event is None or not event.live:
            continue
        for number, booking in enumerate(row.get("bookings", [])):
            person = world.person(booking["person"])
            if person is not None and can_see(viewer_of(person), event):
                _book(event, person, number, booking)
    _a_full_event(world)


def _book(event: EventPage, person: User, number: int, booking: dict[str, Any]) -> None:
    key = uuid5(NAMESPACE_URL, f"demo:{event.slug}:{number}")
    if not event.is_over and not event.is_cancelled:
        try:
            register(by=viewer_of(person), event=event, key=key)
        except (BookingClosed, EventFull):
            return
        return
    lock_seating(event)
    if booking["state"] == "booked" and Seating.objects.take(event):
        Registration.objects.get_or_create(
            event=event,
            person=person,
            defaults={
                "state": RegistrationState.CONFIRMED,
                "key": key,
                "booked_at": datetime.fromisoformat(booking["booked_at"]),
            },
        )


def _a_full_event(world: Any) -> None:
    """The next members' event is full but for one seat: Bola and Ada can race for it."""
    event = EventPage.objects.filter(live=True, audience="members").upcoming().soonest_first().first()
    if event is None:
        return
    taken = Registration.objects.filter(event=event, state=RegistrationState.CONFIRMED).count()
    EventPage.objects.filter(pk=event.pk).update(
        capacity=taken + 1, booking_closes_at=event.starts_at - timedelta(minutes=1)
    )
    lock_seating(EventPage.objects.get(pk=event.pk))
