"""What other rooms' pages show of events."""

from typing import Any

from django import template

from events.diary.models import EventPage
from events.diary.models.event_page import EventPageQuerySet
from network.access.viewer import OUTSIDER

register = template.Library()


@register.inclusion_tag("events/diary/event/_next.html")
def next_event(place: str = "band") -> dict[str, Any]:
    """The next public event, for the box on public pages; nothing when there is none. One query.

    `place` is "band" across a page or "side" in a side column.
    """
    return {"event": _upcoming().defer_streamfields().first(), "place": place}


@register.simple_tag
def next_event_mark() -> str:
    """Which event the box shows at this moment, for whoever keeps pages: only the clock changes it unnoticed, as any
    change of the event itself moves the content's version. One query for one number."""
    return str(_upcoming().values_list("pk", flat=True).first() or "")


def _upcoming() -> EventPageQuerySet:
    return EventPage.objects.visible_to(OUTSIDER).upcoming().soonest_first()
