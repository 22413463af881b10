"""A freed seat: offered to the next in line, held for a day, taken or passed on."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from events.booking.models import Registration, RegistrationState, Seating
from events.booking.notices import CONFIRMED, OFFERED
from events.booking.rules import is_bookable
from events.diary.models import EventPage
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell

HELD = timedelta(hours=24)


class OfferOver(Exception):
    """The seat was held until a time that has passed, or was given back: somebody else has it now."""


def offer_free_seats(*, event: EventPage) -> list[Registration]:
    """Offer every free seat to who waits, first come first. Run twice, it offers each seat once."""
    offered = []
    with transaction.atomic():
        Seating.objects.filter(event=event).update(capacity=event.capacity)
        while is_bookable(event):
            waiting = Registration.objects.filter(event=event).in_line().select_related("person").first()
            if waiting is None or not Seating.objects.take(event):
                break
            waiting.state, waiting.position = RegistrationState.OFFERED, None
            waiting.offer_ends_at = min(timezone.now() + HELD, event.starts_at)
            waiting.save(update_fields=["state", "position", "offer_ends_at"])
            key = f"{OFFERED.name}:{waiting.pk}:{waiting.offer_ends_at.isoformat()}"
            tell(person=waiting.person, kind=OFFERED, ref=waiting.public_id, key=key)
            offered.append(waiting)
    return offered


def accept_offer(*, by: Viewer, registration: Registration) -> Registration:
    """Take the seat. Raises OfferOver when it is no longer held; accepted twice, it is accepted once."""
    require(registration.person_id == by.person_id)
    with transaction.atomic():
        taken = Registration.objects.filter(
            pk=registration.pk, state=RegistrationState.OFFERED, offer_ends_at__gt=timezone.now()
        ).update(state=RegistrationState.CONFIRMED, offer_ends_at=None)
        registration.refresh_from_db()
        if not taken and registration.state != RegistrationState.CONFIRMED:
            raise OfferOver
        if taken:
            key = f"{CONFIRMED.name}:{registration.pk}:offer:{registration.key}"
            tell(person=registration.person, kind=CONFIRMED, ref=registration.public_id, key=key)
    return registration


def expire_offers(*, event: EventPage) -> int:
    """Pass on the seats nobody took in time. An acceptance at the same instant wins or loses whole."""
    with transaction.atomic():
        over = Registration.objects.expired_offers().filter(event=event)
        passed_on = sum(
            Registration.objects.expired_offers()
            .filter(pk=registration.pk)
            .update(state=RegistrationState.CANCELLED, offer_ends_at=None, cancelled_at=timezone.now())
            for registration in over
        )
        for _ in range(passed_on):
            Seating.objects.give_back(event)
        offer_free_seats(event=event)
    return passed_on
