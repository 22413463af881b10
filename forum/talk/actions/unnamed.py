"""The way into talk for words whose author stays unnamed: the same lock and rules, and no row that leads to them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.spaces.rules import why_paused
from forum.talk.actions.pace import check_links, check_slow_mode
from forum.talk.actions.turn import CLOSED, announce, take_turn
from forum.talk.holding import would_wait
from forum.talk.models import Message, Thread
from forum.talk.rules import can_post, why_no_answer
from forum.talk.writing import render
from network.access.viewer import Viewer
from network.access.visible import require

# What waits stands in a row with its author, and whoever looks at it first would see the name.
WAITS = "These words would be looked at first here, and what is looked at has a name. Your words are still here."


@dataclass(frozen=True)
class Unnamed:
    """Words under a pen name. `key` is made for them alone: a key that came with a form stands in its maker's rows."""

    pen_name: str
    body: str
    key: UUID
    reply_to: Message | None = None


def store_unnamed(*, by: Viewer, thread: Thread, words: Unnamed, at: datetime | None = None) -> Message:
    """Put words without a name into a thread, by everything this person may and may not do there.

    Neither follows the thread nor moves a position nor takes a draft away: those rows have a name. Whoever writes is
    told like everybody, or the one who was not would be known. Raises Refused, TooManyLinks or PostingTooFast.
    """
    require(can_post(by, thread), why_no_answer(by, thread) or why_paused(by) or CLOSED)
    check_links(by, words.body, at)
    with transaction.atomic():
        version = take_turn(by, thread)
        require(not would_wait(by, thread.space, words.body), WAITS)
        if at is None:
            check_slow_mode(by, thread.space, words.key)
        message = Message.objects.create(
            space=thread.space,
            thread=thread,
            pen_name=words.pen_name,
            body=words.body,
            html=render(words.body),
            key=words.key,
            number=version,
            version=version,
            reply_to=words.reply_to if words.reply_to and words.reply_to.thread_id == thread.pk else None,
            said_at=to_the_hour(at or timezone.now()),
        )
        announce(thread.space_id)
    return message


def to_the_hour(moment: datetime) -> datetime:
    """The hour a moment lies in: all that is ever kept of it."""
    return moment.replace(minute=0, second=0, microsecond=0)
