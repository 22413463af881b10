"""What somebody wrote without their name, for themselves alone: a page of theirs, and their export."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Count, Q, QuerySet

from forum.sealed.models import Opening, Seal
from forum.talk.lists import unread_messages
from forum.talk.models import Message, Thread
from network.access.viewer import Viewer


def written_by(viewer: Viewer) -> QuerySet[Message]:
    """All their words under pen names, the latest first; also those in rooms they have left. One query beforehand."""
    pens = Seal.objects.visible_to(viewer).values_list("thread_id", "pen_name")
    mine = [Q(thread=thread, pen_name=pen) for thread, pen in pens]
    return Message.objects.filter(reduce(or_, mine)).order_by("-pk") if mine else Message.objects.none()


def openings_of(viewer: Viewer) -> QuerySet[Opening]:
    """When one of their seals was opened and why, once they may be told. Roles, never names."""
    return Opening.objects.known_to_author(viewer).order_by("-decided_at")


def answers_to(viewer: Viewer, seals: Iterable[Seal]) -> QuerySet[Message]:
    """What others answered to these pens and the viewer has not read: asked when a page is drawn, because a notice
    would be a row that leads from the pen to its person."""
    theirs = [Q(thread=s.thread_id, reply_to__pen_name=s.pen_name) & ~Q(pen_name=s.pen_name) for s in seals]
    return unread_messages(viewer).filter(reduce(or_, theirs)) if theirs else Message.objects.none()


def answered(viewer: Viewer) -> list[Seal]:
    """The viewer's pens that were answered, each with `many`, how often. One query for whoever holds none."""
    seals = {(seal.thread_id, seal.pen_name): seal for seal in Seal.objects.visible_to(viewer).select_related("thread")}
    found = answers_to(viewer, seals.values()).values_list("thread_id", "reply_to__pen_name").order_by()
    for thread, pen, many in found.annotate(many=Count("pk")):
        seals[thread, pen].many = many  # type: ignore[attr-defined]
    return [seal for seal in seals.values() if hasattr(seal, "many")]


def readable(viewer: Viewer, messages: list[Message]) -> set[int]:
    """The threads of these messages that this viewer may read now."""
    threads = {message.thread_id for message in messages}
    return set(Thread.objects.visible_to(viewer).filter(pk__in=threads).values_list("pk", flat=True))
