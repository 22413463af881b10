"""What this room tells people. Mail names no event that is not public; the calendar entry neither."""

from collections.abc import Callable

from django.urls import reverse

from events.booking.models import Registration
from events.diary.calendar import calendar_entry
from network.access.viewer import viewer_of
from network.access.visible import can_see
from network.notices.kind import Attachment, Kind
from network.people.models import User


def _registration(ref: str) -> Registration | None:
    return Registration.objects.select_related("event").filter(public_id=ref).first()


def _holds(*states: str) -> Callable[[User, str], bool]:
    def still_true(person: User, ref: str) -> bool:
        found = _registration(ref)
        return found is not None and found.state in states and can_see(viewer_of(person), found.event)

    return still_true


def _to_event(ref: str) -> str:
    found = _registration(ref)
    return reverse("event", args=[found.event.public_id]) if found else reverse("my_events")


def _entry(person: User, ref: str) -> Attachment | None:
    found = _registration(ref)
    if found is None or found.state not in ("confirmed", "cancelled"):
        return None
    entry = calendar_entry(found.event, is_cancelled=not found.is_live, changed_at=found.changed_at)
    return ("event.ics", entry, "text/calendar")


CONFIRMED = Kind(
    name="booking.confirmed",
    tab="events",
    subject="You have a seat",
    words="Your seat at an event is confirmed. A calendar entry is attached.",
    still_true=_holds("confirmed"),
    link=_to_event,
    attachment=_entry,
)
WAITING = Kind(
    name="booking.waiting",
    tab="events",
    subject="You are on a waiting list",
    words="You are on the waiting list of an event. We will write if a seat comes up.",
    still_true=_holds("waiting"),
    link=_to_event,
)
OFFERED = Kind(
    name="booking.offered",
    tab="events",
    subject="A seat has come up for you",
    words="A seat has come up for you. It is held for 24 hours; sign in to take it.",
    still_true=_holds("offered"),
    link=_to_event,
)
CANCELLED = Kind(
    name="booking.cancelled",
    tab="events",
    subject="Your seat is given back",
    words="Your place is given back, as you asked. Thank you: it goes to the next person.",
    still_true=_holds("cancelled"),
    link=_to_event,
    attachment=_entry,
)
LAPSED = Kind(
    name="booking.lapsed",
    tab="events",
    subject="A seat was passed on",
    words="The seat we held for you for 24 hours has gone to the next person.",
    still_true=_holds("cancelled"),
    link=_to_event,
)
MOVED = Kind(
    name="booking.moved",
    tab="events",
    subject="An event has a new date",
    words="An event you booked has a new date or time. Your place is kept; the new calendar entry is attached.",
    still_true=_holds("confirmed", "offered", "waiting"),
    link=_to_event,
    attachment=_entry,
)
CALLED_OFF = Kind(
    name="booking.called_off",
    tab="events",
    subject="An event is cancelled",
    words="An event you booked is cancelled. You need do nothing.",
    still_true=_holds("confirmed", "offered", "waiting"),
    link=_to_event,
    attachment=_entry,
)
