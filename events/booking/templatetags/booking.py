"""What other rooms' pages show of bookings."""

from uuid import uuid4

from django import template
from django.http import HttpRequest
from django.utils import timezone

from events.booking.forms import RegistrationForm
from events.booking.models import Registration
from events.booking.panel import panel_for
from events.diary.models import EventPage

register = template.Library()


@register.inclusion_tag("events/booking/registration/_panel.html", takes_context=True)
def registration_panel(context: dict, event: EventPage) -> dict:
    """The panel of an event's page in the viewer's one state."""
    request = context["request"]
    panel = panel_for(request.viewer, event)
    form = context.get("registration_form") or RegistrationForm(initial={"key": uuid4()})
    return {"panel": panel, "form": form, "request": request, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("events/booking/registration/_mine.html")
def my_events(request: HttpRequest) -> dict:
    """The viewer's next events: a section, or nothing."""
    if not request.viewer.is_member:
        return {"registrations": []}
    mine = Registration.objects.of(request.viewer.person_id).exclude(state="cancelled").select_related("event")
    return {"registrations": list(mine.filter(event__ends_at__gt=timezone.now()).order_by("event__starts_at")[:4])}
