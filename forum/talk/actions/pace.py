"""How fast one person may speak: counted from when they handed it in, whether others saw it at once or later."""

import re
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.models import Held, Message
from forum.talk.rules import is_new_member
from forum.talk.writing import render
from network.access.viewer import Viewer
from network.access.visible import Refused
from network.people.models import User

MOST_A_MINUTE = 10
MINUTE = timedelta(minutes=1)
MOST_WHILE_NEW = 5
MOST_LINKS_WHILE_NEW = 2
FIRST_WEEK = f"In your first week you can post {MOST_WHILE_NEW} messages a minute"
LINKS = f"In your first week a message has {MOST_LINKS_WHILE_NEW} links at most. Take some out of this one."
# What might become a link when it is drawn.
_MAY_LINK = re.compile(r"\w\.\w\w|\]\(")


class PostingTooFast(Exception):
    """More than ten messages in a minute, or a second one in slow mode. `seconds` says when the next may come."""

    def __init__(self, seconds: int, why: str = f"You have posted {MOST_A_MINUTE} messages in a minute") -> None:
        again = f"{seconds} second{'' if seconds == 1 else 's'}"
        super().__init__(f"{why}. You can post again in {again}.")
        self.seconds = seconds


class TooManyLinks(Refused):
    """More links in one message than somebody in their first week puts there."""


def check_links(by: Viewer, body: str, at: datetime | None = None) -> None:
    """Raises TooManyLinks. Asked in this order, so that almost nobody pays for it. `at` is for invented worlds."""
    may_be_more = at is None and len(_MAY_LINK.findall(body)) > MOST_LINKS_WHILE_NEW
    if may_be_more and render(body).count("<a ") > MOST_LINKS_WHILE_NEW and is_new_member(by):
        raise TooManyLinks(LINKS)


def check_pace(by: Viewer, key: UUID) -> None:
    """Raises PostingTooFast after ten messages within a minute; in somebody's first week after five. The same form sent
    twice is no second message. Asked under the person's row: the lock of one space does not reach the next, nor what
    another tab is writing there."""
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.person_id or 0)
    now = timezone.now()
    recent = _handed_in(by, now - MINUTE, key)
    if len(recent) < MOST_WHILE_NEW:
        return
    is_new = is_new_member(by)
    most = MOST_WHILE_NEW if is_new else MOST_A_MINUTE
    if len(recent) >= most:
        seconds = max(1, round((recent[-most] + MINUTE - now).total_seconds()))
        raise PostingTooFast(seconds, *([FIRST_WEEK] if is_new else []))


def check_slow_mode(by: Viewer, space: Space, key: UUID) -> None:
    """Raises PostingTooFast where the space is slow and this person has just spoken: under its lock, so that of two at
    once one waits. The same form sent twice is no second message."""
    now, pause = timezone.now(), timedelta(seconds=space.slow_seconds)
    if pause and (said := _handed_in(by, now - pause, key, space)):
        raise PostingTooFast(ceil((said[-1] + pause - now).total_seconds()), space.pace)


def _handed_in(by: Viewer, since: datetime, key: UUID, space: Space | None = None) -> list[datetime]:
    """When this person spoke, the earliest first. What was held counts by when it was said, not by when it came up.
    One query."""
    where = {"author_id": by.person_id} | ({"space": space} if space else {})
    held = Held.objects.filter(**where)
    said = Message.objects.filter(said_at__gt=since, **where).exclude(key__in=held.values("key"))
    times = said.exclude(key=key).values_list("said_at")
    return [
        at
        for (at,) in times.union(
            held.filter(held_at__gt=since).exclude(key=key).values_list("held_at"), all=True
        ).order_by("said_at")
    ]
