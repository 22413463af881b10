"""What must happen after a booking, and by the clock."""

from datetime import timedelta

from django.utils import timezone

from events.booking.actions.change import follow_event
from events.booking.actions.offer import expire_offers, offer_next
from events.booking.actions.release import release_lost, release_lost_at
from events.booking.models import Registration
from events.diary.models import EventPage
from network.jobs.registry import job, scheduled
from network.people.models import User

NEEDS_KEPT = timedelta(days=30)


@job(attempts=12)
def offer_seats(event_id: int) -> None:
    """Offer what is free. Killed half-way, nothing was offered and the next attempt offers it."""
    for event in EventPage.objects.filter(pk=event_id):
        offer_next(event=event)


@job(attempts=12)
def event_changed(event_id: int) -> None:
    """Tell those who booked of a new date or a cancellation, and offer seats that were added or may not be kept."""
    for event in EventPage.objects.filter(pk=event_id):
        release_lost_at(event=event)
        follow_event(event=event)


@job(attempts=12)
def release_lost_seats(person_id: int) -> None:
    """Somebody's rights have changed. Killed half-way, what is left is released by the next attempt."""
    for person in User.objects.filter(pk=person_id):
        release_lost(person=person)


@scheduled("50 3 * * *")
def look_for_lost_seats() -> None:
    """Each night, for whom no announcement reached: the fact is only a bell."""
    booked = Registration.objects.live().order_by().values("person_id")
    for person in User.objects.filter(pk__in=booked).order_by("pk"):
        release_lost(person=person)


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
