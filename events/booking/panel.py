"""The registration panel's one state: what it says depends on the event, the clock and who looks."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from events.booking.models import Registration, Seating
from events.booking.rules import is_bookable
from events.diary.models import EventPage
from network.access.viewer import Viewer

FEW = 0.2


@dataclass(frozen=True)
class Panel:
    """`state` is one of: signed_out, open, few, full, closed, soon, waiting, offered, registered, past, cancelled."""

    state: str
    event: EventPage
    registration: Registration | None
    free: int
    ahead: int = 0

    def as_context(self) -> dict[str, Any]:
        return {"panel": self}


def panel_for(viewer: Viewer, event: EventPage) -> Panel:
    """At most three queries."""
    mine = Registration.objects.of(viewer.person_id).filter(event=event).first() if viewer.person_id else None
    live = mine if mine and mine.is_live else None
    seating = Seating.objects.filter(event=event).first()
    free = event.capacity - seating.taken if seating else event.capacity
    state = _state(viewer, event, live, free)
    ahead = 0
    if live and live.state == "waiting":
        ahead = Registration.objects.filter(event=event).in_line().filter(position__lte=live.position).count()
    return Panel(state, event, live, max(0, free), ahead)


def _state(viewer: Viewer, event: EventPage, mine: Registration | None, free: int) -> str:
    if event.is_cancelled:
        return "cancelled"
    if event.is_over:
        return "past"
    if mine is not None:
        return {"confirmed": "registered", "waiting": "waiting", "offered": "offered"}[mine.state]
    if not is_bookable(event):
        is_early = event.booking_opens_at is not None and event.booking_opens_at > timezone.now()
        return "soon" if is_early else "closed"
    if not viewer.is_member:
        return "signed_out"
    if free <= 0:
        return "full"
    return "few" if free <= max(1, event.capacity * FEW) else "open"
