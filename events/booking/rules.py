"""Who may book, and when."""

from django.utils import timezone

from events.diary.models import EventPage
from network.access.viewer import Viewer
from network.access.visible import can_see
from network.people.models import RoleKind


def can_register(viewer: Viewer, event: EventPage) -> bool:
    """Members, for events they may see."""
    return viewer.is_member and can_see(viewer, event)


def can_keep_seat(viewer: Viewer, event: EventPage) -> bool:
    """Whoever may still see the event: one for everybody stays open to those who are members no more."""
    return can_see(viewer, event)


def is_bookable(event: EventPage) -> bool:
    """By the server's clock alone: open, not closed, not begun, not cancelled."""
    now = timezone.now()
    closes = min(event.booking_closes_at or event.starts_at, event.starts_at)
    return event.live and not event.is_cancelled and not opens_later(event) and now < closes


def opens_later(event: EventPage) -> bool:
    """Whether booking has not begun yet."""
    return event.booking_opens_at is not None and event.booking_opens_at > timezone.now()


def can_see_attendees(viewer: Viewer) -> bool:
    """Events managers and owners."""
    return viewer.has(RoleKind.EVENTS_MANAGER, RoleKind.OWNER)
