"""Who is coming, for the organisers."""

import csv
from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from events.booking.models import Registration, Seating
from events.booking.rules import can_see_attendees
from events.diary.models import EventPage
from network.access.visible import hide_unless
from network.records.actions.log import record_staff_action

# A cell that begins like this would be a formula in a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@require_GET
def events(request: HttpRequest) -> HttpResponse:
    """The events an organiser looks after: those to come, then the last ones."""
    hide_unless(can_see_attendees(request.viewer))
    every = EventPage.objects.defer_streamfields().filter(live=True)
    coming, over = every.not_over().soonest_first()[:100], every.over().order_by("-starts_at", "-pk")[:20]
    return render(request, "events/booking/attendee/events.html", {"coming": coming, "over": over})


@require_GET
def index(request: HttpRequest, public_id: str) -> HttpResponse:
    """The list on screen. That it was looked at is noted."""
    event = event_of(request, public_id)
    record_staff_action(by=request.viewer, verb="saw_attendees", about_id=None, reason=f"event {event.pk}")
    seating = Seating.objects.filter(event=event).first()
    context = {"event": event, "registrations": _attendees(event), "seating": seating}
    return render(request, "events/booking/attendee/list.html", context)


@require_GET
def table(request: HttpRequest, public_id: str) -> HttpResponse:
    """The list as CSV, without access needs, safe in a spreadsheet. Noted as well."""
    event = event_of(request, public_id)
    record_staff_action(by=request.viewer, verb="exported_attendees", about_id=None, reason=f"event {event.pk}")
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="attendees.csv"'
    write_table(response, _attendees(event))
    return response


def write_table(file: HttpResponse, registrations: Iterable[Registration]) -> None:
    """Name, state and time of booking, a row each."""
    rows = csv.writer(file)
    rows.writerow(["Name", "State", "Booked at"])
    for one in registrations:
        rows.writerow([plain(one.person.name), one.get_state_display(), f"{one.booked_at:%Y-%m-%d %H:%M}"])


def plain(cell: str) -> str:
    """A cell no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def event_of(request: HttpRequest, public_id: str) -> EventPage:
    """The event, for its organisers; for everybody else there is no such page."""
    hide_unless(can_see_attendees(request.viewer))
    return get_object_or_404(EventPage, public_id=public_id)


def _attendees(event: EventPage) -> QuerySet[Registration]:
    people = Registration.objects.filter(event=event).live().select_related("person")
    return people.order_by("state", "position", "person__name", "pk")
