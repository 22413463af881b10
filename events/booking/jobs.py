"""What must happen after a booking, and by the clock."""

from datetime import timedelta

from django.utils import timezone

from events.booking.actions.offer import expire_offers, offer_free_seats
from events.booking.models import Registration
from events.diary.models import EventPage
from network.jobs.registry import job, scheduled

NEEDS_KEPT = timedelta(days=30)


@job(attempts=12)
def offer_seats(event_id: int) -> None:
    """Offer what is free. Killed half-way, the next attempt offers the rest."""
    event = EventPage.objects.filter(pk=event_id).first()
    if event is not None:
        offer_free_seats(event=event)


@scheduled("*/5 * * * *")
def pass_offers_on() -> None:
    """Seats held too long go to the next in line."""
    events = Registration.objects.expired_offers().values_list("event_id", flat=True).distinct()
    for event in EventPage.objects.filter(pk__in=list(events)):
        expire_offers(event=event)


@scheduled("40 3 * * *")
def forget_access_needs() -> None:
    """Thirty days after an event nobody needs to know them any more."""
    over = Registration.objects.filter(event__ends_at__lt=timezone.now() - NEEDS_KEPT).exclude(access_needs="")
    over.update(access_needs="")
