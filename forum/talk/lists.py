"""What lists of spaces and threads show, counted in the query and through sight."""

from collections.abc import Iterable

from django.db.models import Count, F, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from forum.spaces.models import Space
from forum.spaces.rules import can_run_space
from forum.talk.models import Message, Reading, Thread
from forum.talk.models.thread import ThreadQuerySet
from forum.talk.rules import why_begins_nothing
from network.access.audience import DIRECT
from network.access.viewer import Viewer


def threads_with_news(viewer: Viewer) -> ThreadQuerySet:
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


def threads_by_activity(viewer: Viewer, space: Space) -> ThreadQuerySet:
    """The space's threads, the liveliest first, with `latest` alone: cheap for thousands. `with_news` adds the rest."""
    seen = ~Q(messages__author_id__in=sorted(viewer.hidden_everywhere)) | Q(messages__author=None)
    threads = Thread.objects.visible_to(viewer).filter(space=space)
    return threads.annotate(latest=Max("messages__number", filter=seen)).by_activity()


def with_news(viewer: Viewer, threads: Iterable[Thread]) -> list[Thread]:
    """The few threads of a page as `threads_with_news` tells of them. One query."""
    shown = threads_with_news(viewer).filter(pk__in=[thread.pk for thread in threads])
    return list(shown.by_activity())


def threads_with_unread(viewer: Viewer, most: int) -> list[Thread]:
    """The threads in which others spoke last of what the viewer has not read. Two queries, however many threads.

    Private conversations are told of apart, here and in the lists of spaces.
    """
    in_rooms = unread_messages(viewer).exclude(space__audience__startswith=DIRECT)
    found = in_rooms.order_by().values_list("thread_id").annotate(said=Max("said_at")).order_by("-said")
    shown = threads_with_news(viewer).filter(pk__in=[thread for thread, _ in found[:most]])
    return list(shown.order_by("-latest_at", "-pk"))


def spaces_with_unread(viewer: Viewer) -> list[Space]:
    """The viewer's spaces, each with `unread`. Two queries, however many."""
    spaces = list(Space.objects.visible_to(viewer).rooms().by_position())
    unread = unread_by_space(viewer)
    for space in spaces:
        space.unread = unread.get(space.pk, 0)  # type: ignore[attr-defined]
    return spaces


def spaces_with_news(viewer: Viewer) -> list[Space]:
    """The viewer's spaces, each with `unread` and `latest`, the message said last. Four queries, however many."""
    said_last = Message.objects.visible_to(viewer).filter(space=OuterRef("pk")).order_by("-number").values("pk")[:1]
    found = Space.objects.visible_to(viewer).rooms().values_list("pk", Subquery(said_last))
    last = {space: message for space, message in found if message}
    messages = Message.objects.select_related("thread").in_bulk(last.values())
    spaces = spaces_with_unread(viewer)
    for space in spaces:
        space.latest = messages.get(last.get(space.pk, 0))  # type: ignore[attr-defined]
    return spaces


def unread_by_space(viewer: Viewer) -> dict[int, int]:
    """How many messages of others the viewer has not read, by space. One query."""
    return dict(unread_messages(viewer).order_by().values_list("space_id").annotate(many=Count("pk")))


def unread_messages(viewer: Viewer) -> QuerySet[Message]:
    """What others said and the viewer has not read."""
    position = Reading.objects.filter(person_id=viewer.person_id, thread=OuterRef("thread_id")).values("position")[:1]
    return (
        Message.objects.visible_to(viewer)
        .standing()
        .filter(~Q(author_id=viewer.person_id) | Q(author=None))
        .filter(number__gt=Coalesce(Subquery(position), Value(0), output_field=IntegerField()))
    )


def spaces_to_move_to(viewer: Viewer, thread: Thread) -> list[Space]:
    """Other spaces for the same people that this viewer runs and reads."""
    same = Space.objects.visible_to(viewer).filter(audience=thread.space.audience).exclude(pk=thread.space_id)
    return [space for space in same.by_position() if can_run_space(viewer, space)]


def spaces_to_begin_in(viewer: Viewer) -> list[Space]:
    """Those where the viewer may open a thread, unless their posting is paused."""
    spaces = Space.objects.visible_to(viewer).rooms().by_position()
    return [space for space in spaces if not why_begins_nothing(viewer, space)]


def read_position(viewer: Viewer, thread: Thread) -> int:
    """The number up to which the viewer has read."""
    reading = Reading.objects.filter(person_id=viewer.person_id, thread=thread).first()
    return reading.position if reading else 0


def messages_of(viewer: Viewer, thread: Thread) -> QuerySet[Message]:
    """The thread's messages this viewer sees, traces of removed ones included."""
    return Message.objects.visible_to(viewer).filter(thread=thread).for_display()
