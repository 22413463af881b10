from django.db.models import QuerySet

from forum.talk.models import Message, Thread
from network.access.audience import DIRECT
from network.access.viewer import Viewer
from network.access.visible import in_lists
from network.search.findable import Findable


def find_threads(viewer: Viewer, words: str) -> QuerySet[Thread]:
    """A search is a list: it does not lead to people who hide in lists, though their threads may be read.

    Private conversations have no title of their own to be found by.
    """
    seen = (
        Thread.objects.visible_to(viewer)
        .filter(in_lists(viewer, "author"))
        .select_related("space")
        .exclude(space__audience__startswith=DIRECT)
    )
    return seen.filter(title__icontains=words).order_by("-pk")


def find_messages(viewer: Viewer, words: str) -> QuerySet[Message]:
    """The latest first, of whatever space: by their keys, so that all that a common word finds need not be sorted."""
    seen = Message.objects.visible_to(viewer).filter(in_lists(viewer, "author")).standing()
    return seen.select_related("author", "thread").filter(body__icontains=words).order_by("-pk")


FINDABLE = [
    Findable("threads", "Threads", find_threads, "forum/talk/thread/_card.html"),
    Findable("messages", "Messages", find_messages, "forum/talk/message/_found.html"),
]
