"""What must happen after a booking, and by the clock."""

from datetime import timedelta

from django.utils import timezone

from events.booking.actions.change import follow_event
from events.booking.actions.offer import expire_offers, offer_next
from events.booking.models import Registration
from events.diary.models import EventPage
from network.jobs.registry import job, scheduled

NEEDS_KEPT = timedelta(days=30)


@job(attempts=12)
def offer_seats(event_id: int) -> None:
    """Offer what is free. Killed half-way, nothing was offered and the next attempt offers it."""
    for event in EventPage.objects.filter(pk=event_id):
        offer_next(event=event)


@job(attempts=12)
def event_changed(event_id: int) -> None:
    """Tell those who booked of a new date or a cancellation, and offer seats that were added."""
    for event in EventPage.objects.filter(pk=event_id):
        follow_event(event=event)


@scheduled("*/5 * * * *")
def pass_offers_on() -> None:
    """Seats held too long go to the next in line; seats free while people wait are offered."""
    over = Registration.objects.expired_offers().values("event_id")
    waited_for = Registration.objects.in_line().order_by().values("event_id")
    for event in EventPage.objects.filter(pk__in=over) | EventPage.objects.upcoming().filter(pk__in=waited_for):
        expire_offers(event=event)


@scheduled("40 3 * * *")
def forget_access_needs() -> None:
    """Thirty days after an event nobody needs to know them any more."""
    over = Registration.objects.filter(event__ends_at__lt=timezone.now() - NEEDS_KEPT).exclude(access_needs="")
    over.update(access_needs="")
