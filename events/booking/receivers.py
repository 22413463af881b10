"""An event page was published: those who booked may have to be told. Rights have changed: seats may have to go."""

from typing import Any

from events.booking.jobs import event_changed, release_lost_seats
from events.booking.models import Registration, Seating
from events.diary.models import EventPage


def follow_publication(sender: type[EventPage], instance: EventPage, **_: Any) -> None:
    """Write the job in the transaction that publishes. An event nobody booked has nobody to tell."""
    if Seating.objects.filter(event=instance).exists():
        event_changed.later(instance.pk)


def follow_access(sender: Any, person_id: int, **_: Any) -> None:
    """Write the job for whoever holds a seat, waits for one or had one; nobody else has anything to lose."""
    if Registration.objects.of(person_id).live().exists():
        release_lost_seats.later(person_id)
