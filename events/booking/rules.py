"""Who may book, and when."""

from django.utils import timezone

from events.diary.models import EventPage
from network.access.viewer import Viewer
from network.access.visible import can_see
from network.people.models import RoleKind


def is_bookable(event: EventPage) -> bool:
    """By the server's clock: open, not closed, not begun, not cancelled."""
    now = timezone.now()
    opens, closes = event.booking_opens_at, event.booking_closes_at or event.starts_at
    return event.live and not event.is_cancelled and (opens is None or opens <= now) and now < min(closes, event.starts_at)


def can_register(viewer: Viewer, event: EventPage) -> bool:
    """Members who may see the event, while it can be booked."""
    return viewer.is_member and is_bookable(event) and can_see(viewer, event)


def can_see_attendees(viewer: Viewer) -> bool:
    """Events managers and owners."""
    return viewer.has(RoleKind.EVENTS_MANAGER, RoleKind.OWNER)
