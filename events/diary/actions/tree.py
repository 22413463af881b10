"""The diary's place in the page tree."""

from editorial.models import HomePage
from events.diary.models import EventIndexPage
from network.access.audience import PUBLIC

WORDS = "Gatherings, webinars and conference days. Most are free for members."


def plant_diary() -> EventIndexPage:
    """The page all public events stand below. Planted twice, it stands once. By nobody: it is part of setting up."""
    standing = EventIndexPage.objects.first()
    if standing is not None:
        return standing
    index = EventIndexPage(title="Events", slug="events", audience=PUBLIC, introduction=WORDS)
    HomePage.objects.get().add_child(instance=index)
    index.save_revision().publish()
    return index
