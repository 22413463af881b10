"""How fast one person may speak: counted from when they handed it in, whether others saw it at once or later."""

from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.models import Held, Message
from network.access.viewer import Viewer
from network.people.models import User

MOST_A_MINUTE = 10
MINUTE = timedelta(minutes=1)


class PostingTooFast(Exception):
    """More than ten messages in a minute, or a second one in slow mode. `seconds` says when the next may come."""

    def __init__(self, seconds: int, why: str = f"You have posted {MOST_A_MINUTE} messages in a minute") -> None:
        again = f"{seconds} second{'' if seconds == 1 else 's'}"
        super().__init__(f"{why}. You can post again in {again}.")
        self.seconds = seconds


def check_pace(by: Viewer, key: UUID) -> None:
    """Raises PostingTooFast after ten messages within a minute. The same form sent twice is no second message. Asked
    under the person's row: the lock of one space does not reach the next, nor what another tab is writing there."""
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.person_id or 0)
    now = timezone.now()
    recent = _handed_in(by, now - MINUTE, key)[:MOST_A_MINUTE]
    if len(recent) >= MOST_A_MINUTE:
        raise PostingTooFast(max(1, round((recent[0] + MINUTE - now).total_seconds())))


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
