"""Calendar entries. For a members' event they name nothing: an employer's calendar is no private place."""

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event
from zoneinfo import ZoneInfo

from events.diary.models import EventFormat, EventPage
from network.access.audience import PUBLIC

LONDON = ZoneInfo("Europe/London")
NEUTRAL = "BALI Network event"


def calendar_entry(event: EventPage, *, is_cancelled: bool = False) -> bytes:
    """One event as an iCalendar file: stable UID, growing SEQUENCE, London times, no join link."""
    calendar = Calendar()
    calendar.add("prodid", "-//BALI Network//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_cancelled else "PUBLISH")
    calendar.add_component(_entry(event, is_cancelled=is_cancelled))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _entry(event: EventPage, *, is_cancelled: bool) -> Event:
    is_public = event.audience == PUBLIC
    entry = Event()
    entry.add("uid", f"{event.public_id}@{_host()}")
    entry.add("sequence", event.sequence + (1 if is_cancelled else 0))
    entry.add("dtstamp", timezone.now())
    entry.add("dtstart", event.starts_at.astimezone(LONDON))
    entry.add("dtend", event.ends_at.astimezone(LONDON))
    entry.add("summary", event.title if is_public else NEUTRAL)
    entry.add("status", "CANCELLED" if is_cancelled or event.is_cancelled else "CONFIRMED")
    if is_public and event.place and event.format != EventFormat.ONLINE:
        entry.add("location", event.place)
    return entry


def _host() -> str:
    return settings.BASE_URL.split("://", 1)[-1].split("/")[0].split(":")[0]
