"""Events can be reported, by whoever sees them."""

from events.diary.models import EventPage
from forum.concerns.subject import Subject, SubjectKind
from network.access.viewer import Viewer
from network.access.visible import find


def find_event(viewer: Viewer, ref: str) -> Subject:
    """What is on, as it is announced."""
    event = find(EventPage, viewer, ref)
    return Subject(f"{event.title}\n{event.standfirst}".strip(), event.url)


REPORTABLE = [SubjectKind("event", "An event", find_event)]
