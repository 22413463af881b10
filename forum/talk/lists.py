"""What lists of spaces and threads show, counted in the query and through sight."""

from django.db.models import Count, F, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from forum.spaces.models import Space
from forum.talk.models import Message, Reading, Thread
from network.access.viewer import Viewer


def threads_with_news(viewer: Viewer) -> QuerySet[Thread]:
    """Threads the viewer may see with `latest`, `many` and `unread`, each counted over what this viewer sees."""
    position = Reading.objects.filter(person_id=viewer.person_id, thread=OuterRef("pk")).values("position")[:1]
    seen = ~Q(messages__author_id__in=sorted(viewer.hidden_everywhere)) | Q(messages__author=None)
    standing = seen & Q(messages__deleted_at=None, messages__hidden_at=None)
    return (
        Thread.objects.visible_to(viewer)
        .select_related("space", "author")
        .annotate(read_upto=Coalesce(Subquery(position), Value(0), output_field=IntegerField()))
        .annotate(
            latest=Max("messages__number", filter=seen),
            latest_at=Max("messages__said_at", filter=seen),
            many=Count("messages", filter=standing),
            unread=Count(
                "messages",
                filter=standing
                & Q(messages__number__gt=F("read_upto"))
                & (~Q(messages__author_id=viewer.person_id) | Q(messages__author=None)),
            ),
        )
    )


def spaces_with_news(viewer: Viewer) -> list[Space]:
    """The viewer's spaces, each with `unread` and `latest_thread`. Two queries, however many there are."""
    unread: dict[int, int] = {}
    latest: dict[int, Thread] = {}
    for thread in threads_with_news(viewer):
        unread[thread.space_id] = unread.get(thread.space_id, 0) + thread.unread
        best = latest.get(thread.space_id)
        if best is None or (thread.latest or 0) > (best.latest or 0):
            latest[thread.space_id] = thread
    spaces = list(Space.objects.visible_to(viewer).by_position())
    for space in spaces:
        space.unread, space.latest_thread = unread.get(space.pk, 0), latest.get(space.pk)  # type: ignore[attr-defined]
    return spaces


def read_position(viewer: Viewer, thread: Thread) -> int:
    """The number up to which the viewer has read."""
    reading = Reading.objects.filter(person_id=viewer.person_id, thread=thread).first()
    return reading.position if reading else 0


def messages_of(viewer: Viewer, thread: Thread) -> QuerySet[Message]:
    """The thread's messages this viewer sees, traces of removed ones included."""
    return Message.objects.visible_to(viewer).filter(thread=thread).for_display()
