"""What other rooms' pages show of events."""

from typing import Any

from django import template

from events.diary.models import EventPage
from network.access.viewer import OUTSIDER

register = template.Library()


@register.inclusion_tag("events/diary/event/_next.html")
def next_event(place: str = "band") -> dict[str, Any]:
    """The next public event, for the box on public pages; nothing when there is none. One query.

    `place` is "band" across a page or "side" in a side column.
    """
    upcoming = EventPage.objects.visible_to(OUTSIDER).upcoming().defer_streamfields()
    return {"event": upcoming.soonest_first().first(), "place": place}
