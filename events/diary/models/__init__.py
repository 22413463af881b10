from events.diary.models.event_page import EventFormat, EventIndexPage, EventPage

__all__ = ["EventFormat", "EventIndexPage", "EventPage"]
