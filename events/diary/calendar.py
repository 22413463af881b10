"""Calendar entries. For a members' event they name nothing: an employer's calendar is no private place."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar, Event

from events.diary.models import EventFormat, EventPage

LONDON = ZoneInfo("Europe/London")
NEUTRAL = "BALI Network event"
# Versions count seconds from here: later changes have higher numbers, and the number fits where 32 bits are kept.
BEGINNING = datetime(2020, 10, 14, tzinfo=UTC)


def calendar_entry(event: EventPage, *, is_cancelled: bool = False, changed_at: datetime | None = None) -> bytes:
    """One event as an iCalendar file: stable UID, growing SEQUENCE, London times, no join link.

    `is_cancelled` and `changed_at` tell of the reader's own seat: given back, and when it last changed.
    """
    is_off = is_cancelled or event.is_cancelled
    calendar = Calendar()
    calendar.add("prodid", "-//BALI Network//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_off else "PUBLISH")
    calendar.add_component(_entry(event, is_off, sequence_of(event, changed_at)))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def sequence_of(event: EventPage, changed_at: datetime | None = None) -> int:
    """The version of an entry. It follows the clock of publication, so no save may forget to count."""
    published = event.last_published_at or event.latest_revision_created_at or BEGINNING
    return max(0, int((max(published, changed_at or published) - BEGINNING).total_seconds()))


def _entry(event: EventPage, is_off: bool, sequence: int) -> Event:
    entry = Event()
    entry.add("uid", f"{event.public_id}@{_host()}")
    entry.add("sequence", sequence)
    entry.add("dtstamp", timezone.now().astimezone(UTC))
    entry.add("dtstart", event.starts_at.astimezone(LONDON))
    entry.add("dtend", event.ends_at.astimezone(LONDON))
    entry.add("summary", event.title if event.is_public else NEUTRAL)
    entry.add("status", "CANCELLED" if is_off else "CONFIRMED")
    entry.add("url", f"{settings.BASE_URL.rstrip('/')}{_address(event)}")
    if event.is_public and event.place and event.format != EventFormat.ONLINE:
        entry.add("location", event.place)
    return entry


def _address(event: EventPage) -> str:
    """Public events by their page, members' by an address that says nothing."""
    return (event.get_url() if event.is_public else None) or reverse("event", args=[event.public_id])


def _host() -> str:
    return settings.BASE_URL.split("://", 1)[-1].split("/")[0].split(":")[0]
