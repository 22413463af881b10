"""Booking by form: post, then back to the event's page, whose panel says what happened."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from events.booking.actions.offer import OfferOver, accept_offer
from events.booking.actions.registration import BookingClosed, EventFull, cancel, register
from events.booking.forms import RegistrationForm
from events.booking.models import Registration
from events.diary.models import EventPage
from network.access.answers import refuse
from network.access.visible import find, hide_unless

REFUSED = "events/booking/registration/refused.html"


def to_panel(event: EventPage, request: HttpRequest) -> HttpResponse:
    return redirect(f"{event.get_url(request)}#registration")


@require_POST
def create(request: HttpRequest, public_id: str) -> HttpResponse:
    """Book."""
    hide_unless(request.viewer.is_member)
    event = find(EventPage, request.viewer, public_id)
    form = RegistrationForm(request.POST)
    if not form.is_valid():
        return refuse(request, REFUSED, {"event": event, "form": form})
    try:
        register(by=request.viewer, event=event, **form.cleaned_data)
    except EventFull:
        form.add_error(None, "The last seat went a moment ago, and this event has no waiting list.")
        return refuse(request, REFUSED, {"event": event, "form": form}, status=409)
    except BookingClosed:
        form.add_error(None, "Booking for this event has closed.")
        return refuse(request, REFUSED, {"event": event, "form": form}, status=409)
    return to_panel(event, request)


def mine(request: HttpRequest, public_id: str) -> Registration:
    """One's own registration for an event one may see. Raises Http404."""
    event = find(EventPage, request.viewer, public_id)
    found = Registration.objects.of(request.viewer.person_id).filter(event=event).select_related("event", "person")
    hide_unless(found.exists())
    return found.get()


@require_http_methods(["GET", "POST"])
def cancellation(request: HttpRequest, public_id: str) -> HttpResponse:
    """Asked on a page of its own; done by POST."""
    registration = mine(request, public_id)
    if request.method == "GET":
        context = {"registration": registration, "event": registration.event}
        return render(request, "events/booking/registration/cancel.html", context)
    cancel(by=request.viewer, registration=registration)
    return to_panel(registration.event, request)


@require_POST
def offer(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take the seat that came up."""
    registration = mine(request, public_id)
    try:
        accept_offer(by=request.viewer, registration=registration)
    except OfferOver:
        form = RegistrationForm()
        context = {"event": registration.event, "form": form, "words": "The seat was held until a time that has passed."}
        return refuse(request, REFUSED, context, status=409)
    return to_panel(registration.event, request)


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """One's own events."""
    hide_unless(request.viewer.is_member)
    registrations = Registration.objects.of(request.viewer.person_id).exclude(state="cancelled")
    context = {"registrations": registrations.select_related("event").order_by("event__starts_at")[:100]}
    return render(request, "events/booking/registration/list.html", context)
