"""What other rooms' pages show of events."""

from typing import Any

from django import template
from django.core.cache import cache
from django.utils import timezone

from events.diary.models import EventPage
from events.diary.models.event_page import EventPageQuerySet
from network.access.viewer import OUTSIDER

register = template.Library()
KEEP_FOR = 300


@register.inclusion_tag("events/diary/event/_next.html")
def next_event(place: str = "band") -> dict[str, Any]:
    """The next public event, for the box on public pages; nothing when there is none. One query.

    `place` is "band" across a page or "side" in a side column.
    """
    return {"event": _upcoming().defer_streamfields().first(), "place": place}


@register.simple_tag
def next_event_mark(version: int) -> str:
    """Which event the box shows at this moment, for whoever keeps pages of that version of the content.

    Any change of an event moves the version; then only the clock can end its turn. Asked once per turn, not per visit.
    """
    turn = cache.get(f"next-event:{version}")
    if turn is None or (turn[1] and turn[1] <= timezone.now()):
        turn = _upcoming().values_list("pk", "starts_at").first() or ("", None)
        cache.set(f"next-event:{version}", turn, KEEP_FOR)
    return str(turn[0])


def _upcoming() -> EventPageQuerySet:
    return EventPage.objects.visible_to(OUTSIDER).upcoming().soonest_first()
