"""The registration panel's one state: what it says depends on the event, the clock and who looks."""

from dataclasses import dataclass

from django.utils import timezone

from events.booking.models import Registration, RegistrationState, Seating
from events.booking.rules import is_bookable, opens_later
from events.diary.models import EventPage
from forum.stage.lists import is_put_out
from network.access.audience import event as audience_of
from network.access.viewer import Viewer

FEW = 0.2
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
HELD = {
    RegistrationState.CONFIRMED: "registered",
    RegistrationState.WAITING: "waiting",
    RegistrationState.OFFERED: "offered",
}


@dataclass(frozen=True)
class Panel:
    """`state` is one of: signed_out, open, few, full, soon, closed, registered, waiting, offered, past, cancelled.

    `place` is one's own place in line; `has_left` that one gave it or the seat back,
    `is_put_out` that the hosts put one out of the talk. Nothing here tells who else is
    coming or how many wait.
    """

    state: str
    event: EventPage
    registration: Registration | None = None
    free: int = 0
    place: int = 0
    has_left: bool = False
    is_put_out: bool = False

    @property
    def template(self) -> str:
        return f"events/booking/registration/_{self.state}.html"

    @property
    def is_open(self) -> bool:
        return self.state in ("open", "few")

    @property
    def place_in_words(self) -> str:
        """Third, or 14th."""
        if self.place < len(ORDINALS):
            return ORDINALS[self.place]
        last = {1: "st", 2: "nd", 3: "rd"}.get(self.place % 10, "th")
        return f"{self.place}{'th' if self.place % 100 in (11, 12, 13) else last}"


def panel_for(viewer: Viewer, event: EventPage) -> Panel:
    """At most three queries, and one more for somebody put out of a talk."""
    found = Registration.objects.of(viewer.person_id).filter(event=event).first() if viewer.person_id else None
    mine = found if found and found.is_live else None
    seating = Seating.objects.filter(event=event).first()
    free = max(0, event.capacity - (seating.taken if seating else 0))
    place = 0
    if mine and mine.state == RegistrationState.WAITING:
        place = Registration.objects.filter(event=event).in_line().filter(position__lte=mine.position).count()
    is_out = mine is not None and is_put_out(viewer, audience_of(event.pk))
    state = state_of(viewer, event, mine, free)
    return Panel(state, event, mine, free, place, has_left=found is not mine, is_put_out=is_out)


def state_of(viewer: Viewer, event: EventPage, mine: Registration | None, free: int) -> str:
    """One of the panel's states, the strongest fact first."""
    if event.is_cancelled:
        return "cancelled"
    if event.is_over:
        return "past"
    if mine is not None:
        return HELD[RegistrationState(mine.state)]
    if not is_bookable(event):
        return "soon" if opens_later(event) else "closed"
    if not viewer.is_member:
        return "signed_out"
    if free <= 0:
        return "full"
    return "few" if free <= event.capacity * FEW else "open"


@dataclass(frozen=True)
class Row:
    """An event in a list, with the one line that matters to who looks."""

    event: EventPage
    state: str
    free: int

    @property
    def month(self) -> str:
        """November 2026, on the London clock: what lists are grouped by."""
        return f"{timezone.localtime(self.event.starts_at):%B %Y}"


def rows_for(viewer: Viewer, events: list[EventPage]) -> list[Row]:
    """The events of a list with their states. Two queries, however many events."""
    ids = [event.pk for event in events]
    taken = dict(Seating.objects.filter(event__in=ids).values_list("event_id", "taken"))
    own = Registration.objects.of(viewer.person_id).live().filter(event__in=ids) if viewer.person_id else ()
    mine = {registration.event_id: registration for registration in own}
    rows = []
    for event in events:
        free = max(0, event.capacity - taken.get(event.pk, 0))
        rows.append(Row(event, state_of(viewer, event, mine.get(event.pk), free), free))
    return rows
