"""A freed seat: offered to the next in line, held for a day, taken or passed on."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from events.booking.actions.seat import admit
from events.booking.models import Registration, RegistrationState, Seating
from events.booking.notices import CONFIRMED, LAPSED, OFFERED
from events.booking.rules import can_register, is_bookable
from events.diary.models import EventPage
from network.access.viewer import Viewer, viewer_of
from network.access.visible import require
from network.notices.actions.tell import tell

HELD = timedelta(hours=24)


class OfferOver(Exception):
    """The seat was held until a time that has passed, or the event is off: it is no longer this person's to take."""


def offer_next(*, event: EventPage) -> list[Registration]:
    """Offer every free seat to those who wait, first come first. Run twice, it offers each seat once.

    The clock's and the queue's action, so nobody's `by`.
    """
    offered = []
    with transaction.atomic():
        Seating.objects.lock(event)
        event.refresh_from_db(fields=["live", "cancelled_at", "starts_at", "booking_opens_at", "booking_closes_at"])
        while is_bookable(event) and (waiting := _first_in_line(event)) and Seating.objects.take(event):
            waiting.state, waiting.position = RegistrationState.OFFERED, None
            waiting.offer_ends_at = min(timezone.now() + HELD, event.starts_at)
            waiting.save(update_fields=["state", "position", "offer_ends_at"])
            key = f"{OFFERED.name}:{waiting.pk}:{waiting.key}"
            tell(person=waiting.person, kind=OFFERED, ref=waiting.public_id, key=key)
            offered.append(waiting)
    return offered


def _first_in_line(event: EventPage) -> Registration | None:
    """Who is next. Those who have lost the right to come leave the line without a word about the event."""
    for waiting in Registration.objects.filter(event=event).in_line().select_related("person"):
        if can_register(viewer_of(waiting.person), event):
            return waiting
        Registration.objects.filter(pk=waiting.pk).update(
            state=RegistrationState.CANCELLED, position=None, cancelled_at=timezone.now()
        )
    return None


def accept_offer(*, by: Viewer, registration: Registration) -> Registration:
    """Take the seat. Raises OfferOver when it is no longer held; accepted twice, it is accepted once."""
    require(registration.person_id == by.person_id and can_register(by, registration.event))
    with transaction.atomic():
        Seating.objects.lock(registration.event)
        registration.event.refresh_from_db(fields=["live", "cancelled_at"])
        held = Registration.objects.filter(pk=registration.pk).still_offered()
        taken = (
            0
            if registration.event.is_cancelled
            else held.update(state=RegistrationState.CONFIRMED, offer_ends_at=None, booked_at=timezone.now())
        )
        registration.refresh_from_db(fields=["state", "key", "offer_ends_at", "booked_at"])
        if not taken and registration.state != RegistrationState.CONFIRMED:
            raise OfferOver
        admit(registration)
        key = f"{CONFIRMED.name}:{registration.pk}:{registration.key}"
        tell(person=registration.person, kind=CONFIRMED, ref=registration.public_id, key=key)
    return registration


def expire_offers(*, event: EventPage) -> int:
    """Pass on the seats nobody took in time. An acceptance at the same instant wins or loses whole."""
    with transaction.atomic():
        Seating.objects.lock(event)
        over = list(Registration.objects.filter(event=event).expired_offers().select_related("person"))
        for registration in over:
            registration.state, registration.cancelled_at = RegistrationState.CANCELLED, timezone.now()
            registration.offer_ends_at = None
            registration.save(update_fields=["state", "cancelled_at", "offer_ends_at"])
            Seating.objects.give_back(event)
            key = f"{LAPSED.name}:{registration.pk}:{registration.key}"
            tell(person=registration.person, kind=LAPSED, ref=registration.public_id, key=key)
        offer_next(event=event)
    return len(over)
