"""Booking by form: post, then back to the event's page, whose panel says what happened."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from events.booking.actions.offer import OfferOver, accept_offer
from events.booking.actions.registration import BookingClosed, EventFull, cancel, register
from events.booking.forms import RegistrationForm
from events.booking.models import Registration
from events.booking.rules import can_join
from events.diary.models import EventPage
from network.access.answers import refuse
from network.access.once import new_key
from network.access.visible import find, hide_unless

REFUSED = "events/booking/registration/refused.html"
GONE = "The seat was held until a time that has passed, and has gone to the next person."
CLOSED = "Booking for this event is not open."
FULL = "The last seat went a moment ago."


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
    except EventFull as full:
        return _conflict(request, event, FULL, form if full.has_waiting_list else None)
    except BookingClosed:
        return _conflict(request, event, CLOSED)
    return _to_panel(request, event)


@require_http_methods(["GET", "POST"])
def cancellation(request: HttpRequest, public_id: str) -> HttpResponse:
    """Asked on a page of its own; done by POST."""
    registration = _mine(request, public_id)
    if request.method == "POST":
        cancel(by=request.viewer, registration=registration)
        return _to_panel(request, registration.event)
    if not registration.is_live:
        return _to_panel(request, registration.event)
    context = {"registration": registration, "event": registration.event}
    return render(request, "events/booking/registration/cancel.html", context)


@require_POST
def offer(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take the seat that came up."""
    registration = _mine(request, public_id)
    try:
        accept_offer(by=request.viewer, registration=registration)
    except OfferOver:
        return _conflict(request, registration.event, GONE)
    return _to_panel(request, registration.event)


@require_GET
def join(request: HttpRequest, public_id: str) -> HttpResponse:
    """On to where the event takes place. The address is asked for anew each time, so that a link passed on, or kept by
    somebody who gave the seat back or was put out, leads nowhere."""
    registration = _mine(request, public_id)
    if not can_join(request.viewer, registration):
        return _to_panel(request, registration.event)
    return HttpResponseRedirect(registration.event.join_link)


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """One's own events."""
    hide_unless(request.viewer.is_member)
    mine = Registration.objects.of(request.viewer.person_id).live().with_events(request.viewer)
    context = {"registrations": mine.order_by("-event__starts_at", "-pk")[:100]}
    return render(request, "events/booking/registration/list.html", context)


def _mine(request: HttpRequest, public_id: str) -> Registration:
    """One's own registration for an event one may see. Raises Http404 alike for none and for hidden."""
    event = find(EventPage, request.viewer, public_id)
    found = Registration.objects.of(request.viewer.person_id).filter(event=event).select_related("person").first()
    hide_unless(found is not None)
    assert found is not None
    found.event = event
    return found


def _to_panel(request: HttpRequest, event: EventPage) -> HttpResponse:
    """The page again, with the focus on the panel's heading."""
    return redirect(f"{event.get_url(request)}#registration")


def _conflict(request: HttpRequest, event: EventPage, words: str, form: RegistrationForm | None = None) -> HttpResponse:
    """Somebody or the clock was first. Where one may wait, the form comes back with what was written in it."""
    context = {"event": event, "words": words, "may_wait": form is not None}
    if form is not None:
        written = form.cleaned_data["access_needs"]
        context["form"] = RegistrationForm(initial={"waits": True, "key": new_key(), "access_needs": written})
    return refuse(request, REFUSED, context, status=409)
