from django.db.models import QuerySet

from events.diary.models import EventPage
from network.access.viewer import Viewer
from network.search.findable import Findable


def find_events(viewer: Viewer, words: str) -> QuerySet[EventPage]:
    return EventPage.objects.visible_to(viewer).search(words)


FINDABLE = [Findable("events", "Events", find_events, "events/diary/event/_card.html", is_public=True)]
