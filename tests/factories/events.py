"""Events in the page tree, published as an editor publishes them."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from editorial.actions.tree import plant_tree
from editorial.models import HomePage, MembersBranch
from events.diary.actions.tree import plant_diary
from events.diary.models import EventPage
from network.access.audience import MEMBERS, PUBLIC

_numbers = count(1)


def make_event(
    title: str = "", *, audience: str = MEMBERS, starts_at: datetime | None = None, **facts: Any
) -> EventPage:
    """An event in a week that lasts two hours, for all members unless said otherwise."""
    if not HomePage.objects.exists():
        plant_tree()
    starts_at = starts_at or timezone.now() + timedelta(days=7)
    number = next(_numbers)
    facts = {"ends_at": starts_at + timedelta(hours=2), "slug": f"event-{number}", **facts}
    event = EventPage(title=title or f"Event {number}", audience=audience, starts_at=starts_at, **facts)
    diary = plant_diary()
    parent = diary if audience == PUBLIC else MembersBranch.objects.get()
    parent.add_child(instance=event)
    if event.live:
        event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def change(event: EventPage, **facts: Any) -> EventPage:
    """Publish the event again with these facts."""
    page = event.get_latest_revision_as_object()
    for name, value in facts.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)
