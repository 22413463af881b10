"""A seat without a right to it: given back for somebody who may no longer see the event.

The queue's and the clock's actions, so nobody's `by`. Nobody is told: a letter would speak of what they may not see.
"""

from django.db import transaction
from django.utils import timezone

from events.booking.actions.offer import offer_next
from events.booking.actions.seat import dismiss
from events.booking.models import Registration, RegistrationState, Seating
from events.booking.models.registration import HOLDING
from events.booking.rules import can_keep_seat
from events.diary.models import EventPage
from network.access.viewer import viewer_of
from network.people.models import User


def release_lost(*, person: User) -> list[Registration]:
    """Release what this person holds at events they may no longer see, and end their part in the talks of those that
    have begun. Run twice, it releases once."""
    viewer = viewer_of(person)
    held = Registration.objects.of(person.pk).still_to_come().select_related("event", "person")
    for one in Registration.objects.of(person.pk).over().select_related("event", "person"):
        if not can_keep_seat(viewer, one.event):
            _leave(one)
    return [one for one in held if not can_keep_seat(viewer, one.event) and _release(one)]


def release_lost_at(*, event: EventPage) -> list[Registration]:
    """Release what is held at this event by people who may no longer see it: it is for fewer than it was."""
    held = Registration.objects.still_to_come().filter(event=event).select_related("event", "person")
    for one in Registration.objects.over().filter(event=event).select_related("event", "person"):
        if not can_keep_seat(viewer_of(one.person), one.event):
            _leave(one)
    return [one for one in held if not can_keep_seat(viewer_of(one.person), one.event) and _release(one)]


def _leave(registration: Registration) -> None:
    """Whoever was there was there. What the seat opened closes with the right to see the event."""
    with transaction.atomic():
        Seating.objects.lock(registration.event)
        person = User.objects.get(pk=registration.person_id)
        if not can_keep_seat(viewer_of(person), registration.event):
            dismiss(registration)


def _release(registration: Registration) -> bool:
    with transaction.atomic():
        Seating.objects.lock(registration.event)
        registration.refresh_from_db(fields=["state"])
        # Asked again under the lock: meanwhile they may have cancelled, or be back.
        person = User.objects.get(pk=registration.person_id)
        if not registration.is_live or can_keep_seat(viewer_of(person), registration.event):
            return False
        if let_go(registration):
            offer_next(event=registration.event)
    return True


def let_go(registration: Registration) -> bool:
    """Take somebody off the list, under the seating's lock. Says whether a seat is free by it."""
    had_seat = registration.state in HOLDING
    registration.state, registration.cancelled_at = RegistrationState.CANCELLED, timezone.now()
    registration.position, registration.offer_ends_at = None, None
    registration.save(update_fields=["state", "cancelled_at", "position", "offer_ends_at"])
    if had_seat:
        Seating.objects.give_back(registration.event)
        dismiss(registration)
    return had_seat
