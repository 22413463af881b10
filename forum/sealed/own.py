"""What somebody wrote without their name, for themselves alone: a page of theirs, and their export."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from forum.sealed.models import Opening, Seal
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


def answers_to(viewer: Viewer, seal: Seal, after: int) -> QuerySet[Message]:
    """Standing answers to what was said under a pen, said after a position: counted when the page is drawn, because a
    notice would be a row that leads from the pen to its person."""
    answers = Message.objects.visible_to(viewer).standing().filter(thread=seal.thread_id, number__gt=after)
    return answers.filter(reply_to__pen_name=seal.pen_name, reply_to__thread=seal.thread_id).exclude(
        pen_name=seal.pen_name
    )


def readable(viewer: Viewer, messages: list[Message]) -> set[int]:
    """The threads of these messages that this viewer may read now."""
    threads = {message.thread_id for message in messages}
    return set(Thread.objects.visible_to(viewer).filter(pk__in=threads).values_list("pk", flat=True))
