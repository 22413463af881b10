"""Who may book, and when."""

from django.utils import timezone

from events.booking.models import Registration, RegistrationState
from events.diary.models import EventPage
from forum.stage.lists import is_put_out
from network.access.audience import event as audience_of
from network.access.viewer import Viewer
from network.access.visible import can_see
from network.people.models import RoleKind


def can_register(viewer: Viewer, event: EventPage) -> bool:
    """Members, for events they may see."""
    return viewer.is_member and can_see(viewer, event)


def can_keep_seat(viewer: Viewer, event: EventPage) -> bool:
    """Whoever may still see the event: one for everybody stays open to those who are members no more."""
    return can_see(viewer, event)


def can_join(viewer: Viewer, registration: Registration) -> bool:
    """Whoever has a seat, while the link is open, unless the hosts have put them out."""
    event, is_confirmed = registration.event, registration.state == RegistrationState.CONFIRMED
    is_mine = registration.person_id == viewer.person_id
    return is_mine and is_confirmed and event.has_open_link and not is_put_out(viewer, audience_of(event.pk))


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
