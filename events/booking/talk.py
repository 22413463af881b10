"""What an event says of its talk."""

from events.diary.models import EventPage
from events.diary.models.event_page import EventFormat
from forum.stage.actions.sitting import Talk
from network.access.audience import event as audience_of


def talk_of(event: EventPage) -> Talk:
    """Its audience is those with a seat; its stream is what they join by."""
    stream = "" if event.format == EventFormat.IN_PERSON else event.join_link
    return Talk(audience_of(event.pk), event.title, event.starts_at, event.ends_at, stream, event.is_cancelled)
