"""An event by its opaque id, and as a calendar file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from events.diary.calendar import calendar_entry
from events.diary.models import EventPage
from network.access.audience import PUBLIC
from network.access.visible import find


@require_GET
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """To the event's page, wherever it stands."""
    event = find(EventPage, request.viewer, public_id)
    return redirect(event.get_url(request))


@require_GET
def calendar_file(request: HttpRequest, public_id: str) -> HttpResponse:
    """The entry for one's calendar, members' events included."""
    return as_file(find(EventPage, request.viewer, public_id))


@require_GET
def public_calendar_file(request: HttpRequest, public_id: str) -> HttpResponse:
    """The same at a public address, for public events alone, whoever asks."""
    return as_file(find(EventPage.objects.filter(audience=PUBLIC), request.viewer, public_id))


def as_file(event: EventPage) -> HttpResponse:
    response = HttpResponse(calendar_entry(event), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="event.ics"'
    return response
