"""Booking a seat, waiting for one, and giving it back. Never one seat too many."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from events.booking.actions.release import let_go
from events.booking.actions.seat import admit
from events.booking.jobs import offer_seats
from events.booking.models import Registration, RegistrationState, Seating
from events.booking.notices import CANCELLED, CONFIRMED, WAITING
from events.booking.rules import can_register, is_bookable
from events.diary.models import EventPage
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell


class BookingClosed(Exception):
    """Booking has not opened, has closed, or the event was cancelled while somebody was registering."""


class EventFull(Exception):
    """No seat is free. `has_waiting_list` says whether one may wait."""

    def __init__(self, has_waiting_list: bool) -> None:
        self.has_waiting_list = has_waiting_list


def register(*, by: Viewer, event: EventPage, key: UUID, waits: bool = False, access_needs: str = "") -> Registration:
    """Book a seat; with `waits`, a place in line when none is free. One per person and event.

    The same key again is the same answer, also after a cancellation. Raises Refused, BookingClosed or EventFull.
    """
    require(can_register(by, event))
    with transaction.atomic():
        Seating.objects.lock(event)
        # Asked under the lock: of two requests of one person, the second finds what the first has done.
        mine = Registration.objects.of(by.person_id)
        if earlier := mine.filter(key=key).first() or mine.live().filter(event=event).first():
            require(earlier.event_id == event.pk)
            return earlier
        event.refresh_from_db(fields=["live", "cancelled_at", "starts_at", "booking_opens_at", "booking_closes_at"])
        if not is_bookable(event):
            raise BookingClosed
        has_seat = _takes_seat(event)
        if not has_seat and not (waits and event.has_waiting_list):
            raise EventFull(event.has_waiting_list)
        return _write(by, event, key, has_seat, access_needs)


def _takes_seat(event: EventPage) -> bool:
    """Nobody passes those who already wait: a seat just given back is theirs first."""
    if Registration.objects.filter(event=event).in_line().exists():
        return False
    return Seating.objects.take(event)


def _write(by: Viewer, event: EventPage, key: UUID, has_seat: bool, access_needs: str) -> Registration:
    registration, _ = Registration.objects.update_or_create(
        event=event,
        person_id=by.person_id,
        defaults={
            "state": RegistrationState.CONFIRMED if has_seat else RegistrationState.WAITING,
            "key": key,
            "position": None if has_seat else Seating.objects.next_in_line(event),
            "booked_at": timezone.now(),
            "cancelled_at": None,
            "access_needs": access_needs,
        },
    )
    if has_seat:
        admit(registration)
    kind = CONFIRMED if has_seat else WAITING
    tell(person=registration.person, kind=kind, ref=registration.public_id, key=f"{kind.name}:{registration.pk}:{key}")
    return registration


def cancel(*, by: Viewer, registration: Registration) -> Registration:
    """Give one's seat or place in line back. A freed seat goes to the next in line by a job of this transaction."""
    require(registration.person_id == by.person_id)
    with transaction.atomic():
        Seating.objects.lock(registration.event)
        registration.refresh_from_db(fields=["state", "key"])
        if not registration.is_live:
            return registration
        if let_go(registration):
            offer_seats.later(registration.event_id)
        key = f"{CANCELLED.name}:{registration.pk}:{registration.key}"
        tell(person=registration.person, kind=CANCELLED, ref=registration.public_id, key=key)
    return registration
