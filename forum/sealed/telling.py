"""Telling others what a pen said: at the full hour, and by the words and the room alone.

A notice at the moment of writing would say the minute; one that hung on what the author may see, or left the author
out, would say who it was.
"""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from forum.sealed.models import PenMute, Seal
from forum.talk.jobs import tell_followers, tell_mentioned
from forum.talk.mentions import mentioned_in
from forum.talk.models import Message
from forum.talk.notices import REPLY, has_muted
from network.access.viewer import OUTSIDER
from network.notices.actions.tell import tell

# A worker that was away makes up for so long. Nobody is told twice of one message.
LOOKS_BACK = timedelta(days=1)
HOUR = timedelta(hours=1)


def tell_of_hour(before: datetime) -> None:
    """Tell of everything pens said or changed before this full hour. Killed half-way, told again it tells the rest."""
    for message in said_before(before).order_by("pk"):
        muted = _who_muted(message)
        _tell_answered(message, muted)
        tell_mentioned.now(message.pk, [one for one in called_by(message) if one not in muted])
        # Whoever follows is told once until they have read, as ever; of the hours before they have been told.
        if message.said_at >= before - HOUR:
            tell_followers.now(message.pk, muted)


def said_before(before: datetime) -> QuerySet[Message]:
    """What stands of the words of pens, said or changed in the day before."""
    span = (before - LOOKS_BACK, before - timedelta(microseconds=1))
    recent = Q(said_at__range=span) | Q(edited_at__range=span, said_at__lt=before)
    # An office speaks without an author too, and nobody's seal is behind it.
    seals = Seal.objects.filter(thread=OuterRef("thread"), pen_name=OuterRef("pen_name"))
    said = Message.objects.standing().filter(recent, Exists(seals), author=None)
    return said.select_related("reply_to__author", "thread__author", "space")


def called_by(message: Message) -> list[int]:
    """Everybody of the room whom the words call, whoever wrote them: those, too, whom their author does not see in
    lists, those between whom and the author a block stands, and the author. The author learns of none."""
    return mentioned_in(message.body, OUTSIDER, message.space)


def _tell_answered(message: Message, muted: list[int]) -> None:
    """Whoever is answered with a name, the author too where they answer themselves."""
    told = message.reply_to.author if message.reply_to else message.thread.author
    if told is None or told.pk in muted or has_muted(told, message.thread):
        return
    if REPLY.still_true(told, message.public_id):
        tell(person=told, kind=REPLY, ref=message.public_id, key=f"{REPLY.name}:{message.pk}")


def _who_muted(message: Message) -> list[int]:
    """Those who do not read this pen any more."""
    mutes = PenMute.objects.filter(seal__in=Seal.objects.of_message(message))
    return list(mutes.values_list("person_id", flat=True))
