"""Who is coming, for the organisers."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from events.booking.models import Registration
from events.booking.rules import can_see_attendees
from events.diary.models import EventPage
from network.access.visible import hide_unless
from network.records.actions.log import record_staff_action

# A cell that begins like this would be a formula in a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def event_of(request: HttpRequest, public_id: str) -> EventPage:
    hide_unless(can_see_attendees(request.viewer))
    return get_object_or_404(EventPage, public_id=public_id)


def coming(event: EventPage) -> list[Registration]:
    people = Registration.objects.filter(event=event).exclude(state="cancelled").select_related("person")
    return list(people.order_by("state", "position", "person__name"))


@require_GET
def index(request: HttpRequest, public_id: str) -> HttpResponse:
    """The list on screen. Looking is noted."""
    event = event_of(request, public_id)
    record_staff_action(by=request.viewer, verb="saw_attendees", about_id=None, reason=f"event {event.pk}")
    context = {"event": event, "registrations": coming(event)}
    return render(request, "events/booking/attendee/list.html", context)


@require_GET
def table(request: HttpRequest, public_id: str) -> HttpResponse:
    """The list as CSV, without access needs, safe in a spreadsheet. Noted as well."""
    event = event_of(request, public_id)
    record_staff_action(by=request.viewer, verb="exported_attendees", about_id=None, reason=f"event {event.pk}")
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="attendees.csv"'
    rows = csv.writer(response)
    rows.writerow(["Name", "State", "Booked at"])
    for one in coming(event):
        rows.writerow([plain(one.person.name), one.get_state_display(), f"{one.booked_at:%Y-%m-%d %H:%M}"])
    return response
