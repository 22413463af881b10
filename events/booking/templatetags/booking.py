"""What other rooms' pages show of bookings."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from events.booking.forms import RegistrationForm
from events.booking.models import Registration
from events.booking.panel import Row, panel_for, rows_for
from events.diary.models import EventPage
from forum.stage.lists import sitting_of
from network.access.audience import event as audience_of
from network.access.once import new_key
from network.access.viewer import OUTSIDER

register = template.Library()
MOST_ON_HOME = 20


@register.inclusion_tag("events/booking/registration/_panel.html", takes_context=True)
def registration_panel(context: Context, event: EventPage) -> dict[str, Any]:
    """The panel of an event's page, in the one state it has for who looks."""
    request = context["request"]
    form = RegistrationForm(initial={"key": new_key()})
    panel = panel_for(getattr(request, "viewer", OUTSIDER), event)
    return {"panel": panel, "event": event, "form": form, "request": request, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("events/booking/talk/_link.html", takes_context=True)
def event_talk(context: Context, event: EventPage) -> dict[str, Any]:
    """The way to the event's talk, for those with a seat. Nobody else costs a question."""
    return {"sitting": sitting_of(getattr(context["request"], "viewer", OUTSIDER), audience_of(event.pk))}


@register.inclusion_tag("events/booking/talk/_told_of.html", takes_context=True)
def event_told_of(context: Context, event_id: int) -> dict[str, Any]:
    """The way from a post to the event it tells of, and to its talk; nothing for whoever may not see the event."""
    viewer = getattr(context["request"], "viewer", OUTSIDER)
    event = EventPage.objects.visible_to(viewer).filter(pk=event_id).defer_streamfields().first()
    return {"event": event, "sitting": sitting_of(viewer, audience_of(event.pk)) if event else None}


@register.simple_tag(takes_context=True)
def event_rows(context: Context, events: list[EventPage]) -> list[Row]:
    """`{% event_rows events as rows %}`: the events of a list, each with its state. Two queries."""
    return rows_for(getattr(context["request"], "viewer", OUTSIDER), events)


@register.simple_tag(takes_context=True)
def my_events(context: Context) -> list[Registration]:
    """`{% my_events as registrations %}`: the viewer's next ones, the soonest first. One query."""
    viewer = getattr(context["request"], "viewer", OUTSIDER)
    if not viewer.is_member:
        return []
    mine = Registration.objects.of(viewer.person_id).live().with_events(viewer)
    to_come = mine.filter(event__ends_at__gt=timezone.now()).order_by("event__starts_at", "pk")
    return list(to_come[:MOST_ON_HOME])
