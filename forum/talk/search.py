from django.db.models import QuerySet

from forum.talk.models import Message, Thread
from network.access.viewer import Viewer
from network.search.findable import Findable


def find_threads(viewer: Viewer, words: str) -> QuerySet[Thread]:
    return Thread.objects.visible_to(viewer).select_related("space").filter(title__icontains=words).order_by("-pk")


def find_messages(viewer: Viewer, words: str) -> QuerySet[Message]:
    seen = Message.objects.visible_to(viewer).standing().for_display()
    return seen.filter(body__icontains=words).order_by("-number")


FINDABLE = [
    Findable("threads", "Threads", find_threads, "forum/talk/thread/_card.html"),
    Findable("messages", "Messages", find_messages, "forum/talk/message/_card.html"),
]
