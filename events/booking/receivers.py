"""An event page was published: those who booked may have to be told."""

from typing import Any

from events.booking.jobs import event_changed
from events.booking.models import Seating
from events.diary.models import EventPage


def follow_publication(sender: type[EventPage], instance: EventPage, **_: Any) -> None:
    """Write the job in the transaction that publishes. An event nobody booked has nobody to tell."""
    if Seating.objects.filter(event=instance).exists():
        event_changed.later(instance.pk)
