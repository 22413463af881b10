"""Booking a seat, waiting for one, and giving it back. Never one seat too many."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from events.booking.jobs import offer_seats
from events.booking.models import Registration, RegistrationState, Seating
from events.booking.models.registration import HOLDING
from events.booking.notices import CANCELLED, CONFIRMED, WAITING
from events.booking.rules import can_register
from events.diary.models import EventPage
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell
from network.people.models import User


class EventFull(Exception):
    """No seat is free, and there is no waiting list."""


class BookingClosed(Exception):
    """The event was cancelled, began or closed while somebody was registering."""


def lock_seating(event: EventPage) -> Seating:
    """The event's seating under a lock, in step with the page's capacity. Bookings of one event queue here."""
    Seating.objects.get_or_create(event=event, defaults={"capacity": event.capacity})
    Seating.objects.filter(event=event).update(capacity=EventPage.objects.filter(pk=event.pk).values("capacity")[:1])
    return Seating.objects.get(event=event)


def register(*, by: Viewer, event: EventPage, key: UUID, access_needs: str = "") -> Registration:
    """Book a seat, or a place in line when none is free. One per person; the same key again is the same answer.

    Raises Refused, BookingClosed or EventFull.
    """
    require(by.is_member)
    if earlier := Registration.objects.of(by.person_id).filter(event=event).exclude(state="cancelled").first():
        return earlier
    if not can_register(by, event):
        raise BookingClosed
    try:
        with transaction.atomic():
            return _register(by, event, key, access_needs)
    except IntegrityError:
        # The same person pressed twice at once: the other request was first, and its answer is this one's.
        return Registration.objects.of(by.person_id).get(event=event)


def _register(by: Viewer, event: EventPage, key: UUID, access_needs: str) -> Registration:
    seating = lock_seating(event)
    event.refresh_from_db(fields=["cancelled_at"])
    if event.is_cancelled:
        raise BookingClosed
    # Nobody passes those who already wait.
    someone_waits = Registration.objects.filter(event=event).in_line().exists()
    has_seat = not someone_waits and Seating.objects.take(event)
    if not has_seat and not event.has_waiting_list:
        raise EventFull
    position = None if has_seat else next_in_line(seating)
    registration, _ = Registration.objects.update_or_create(
        event=event,
        person_id=by.person_id,
        defaults={
            "state": RegistrationState.CONFIRMED if has_seat else RegistrationState.WAITING,
            "key": key,
            "position": position,
            "booked_at": timezone.now(),
            "cancelled_at": None,
            "access_needs": access_needs,
        },
    )
    kind = CONFIRMED if has_seat else WAITING
    person = User.objects.get(pk=by.person_id)
    tell(person=person, kind=kind, ref=registration.public_id, key=f"{kind.name}:{registration.pk}:{key}")
    return registration


def next_in_line(seating: Seating) -> int:
    """The next number of the line. The seating is locked, so numbers follow commits."""
    Seating.objects.filter(pk=seating.pk).update(line=F("line") + 1)
    seating.refresh_from_db(fields=["line"])
    return seating.line


def cancel(*, by: Viewer, registration: Registration) -> Registration:
    """Give one's seat or place in line back. A freed seat goes to the next in line by a job of this transaction."""
    require(registration.person_id == by.person_id)
    with transaction.atomic():
        lock_seating(registration.event)
        registration.refresh_from_db(fields=["state"])
        if not registration.is_live:
            return registration
        had_seat = registration.state in HOLDING
        registration.state, registration.cancelled_at = RegistrationState.CANCELLED, timezone.now()
        registration.position, registration.offer_ends_at = None, None
        registration.save(update_fields=["state", "cancelled_at", "position", "offer_ends_at"])
        if had_seat:
            Seating.objects.give_back(registration.event)
            offer_seats.later(registration.event_id)
        key = f"{CANCELLED.name}:{registration.pk}:{registration.key}"
        tell(person=registration.person, kind=CANCELLED, ref=registration.public_id, key=key)
    return registration
