"""Who is coming to the demo's events: booked through the actions, the waiting list included."""

from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from events.booking.actions.registration import BookingClosed, EventFull, register
from events.booking.models import Registration, RegistrationState, Seating
from events.diary.models import EventPage
from network.access.viewer import viewer_of
from network.access.visible import can_see
from network.people.models import User

ORDER = 90
# One event is full but for one seat, so that two visitors of the demo can ask for it.
NEARLY_FULL, SEATS = "E25", 30


def build(world: Any) -> None:
    for row in world.read_json("events.json")["events"]:
        event = world.get(f"event:{row['id']}")
        if event is None or not event.live:
            continue
        for number, booking in enumerate(row.get("bookings", [])):
            person = world.person(booking["person"])
            if person is not None and can_see(viewer_of(person), event):
                _book(event, person, number, booking)
    _fill(world)


def _book(event: EventPage, person: User, number: int, booking: dict[str, Any]) -> None:
    key = uuid5(NAMESPACE_URL, f"demo:{event.slug}:{number}")
    if not event.is_over:
        try:
            register(by=viewer_of(person), event=event, key=key, waits=True)
        except (BookingClosed, EventFull):
            return
        return
    # The past cannot be booked: what was booked then is written as it stood.
    Seating.objects.lock(event)
    if booking["state"] == "booked" and Seating.objects.take(event):
        booked_at = datetime.fromisoformat(booking["booked_at"])
        facts = {"state": RegistrationState.CONFIRMED, "key": key, "booked_at": booked_at}
        Registration.objects.get_or_create(event=event, person=person, defaults=facts)


def _fill(world: Any) -> None:
    """Leave one seat of a webinar, and its waiting list open."""
    event = world.get(f"event:{NEARLY_FULL}")
    event.capacity = SEATS
    event.save_revision().publish()
    handles = (row["handle"] for row in world.read_csv("people.csv") if row["status"] == "active")
    coming = 0
    for handle in handles:
        person = world.person(handle)
        if person is None or not viewer_of(person).is_member or coming == SEATS - 1:
            continue
        register(by=viewer_of(person), event=event, key=uuid5(NAMESPACE_URL, f"demo:{event.slug}:{handle}"))
        coming += 1
