from django.db.models import QuerySet

from forum.desk.models import Summary
from network.access.audience import DIRECT
from network.access.viewer import Viewer
from network.access.visible import in_lists
from network.search.findable import Findable


def find_summaries(viewer: Viewer, words: str) -> QuerySet[Summary]:
    """What came out of closed threads (features, J6-9). As with messages, nobody is found who hides in lists."""
    seen = Summary.objects.visible_to(viewer).filter(in_lists(viewer, "author"), in_lists(viewer, "thread__author"))
    seen = seen.exclude(thread__space__audience__startswith=DIRECT).select_related("author", "thread")
    return seen.filter(body__icontains=words).order_by("-written_at", "-pk")


FINDABLE = [Findable("summaries", "Summaries", find_summaries, "forum/desk/summary/_card.html")]
