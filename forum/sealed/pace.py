"""How fast somebody may write without their name. Counted in the cache alone: a row would say who wrote when."""

from datetime import timedelta

from django.core.cache import cache
from django.utils import timezone

from forum.sealed.secrets import pace_of
from forum.spaces.models import Space
from forum.talk.actions.pace import FIRST_WEEK, MINUTE, MOST_A_MINUTE, MOST_WHILE_NEW, PostingTooFast
from forum.talk.models import Message
from forum.talk.rules import is_new_member
from network.access.viewer import Viewer


def check_pen_pace(by: Viewer, space: Space) -> None:
    """Raises PostingTooFast after ten messages within a minute, with and without a name together, in somebody's first
    week after five; in slow mode after one. Asked last: what was refused for another reason has not been counted."""
    named = Message.objects.filter(author_id=by.person_id, said_at__gt=timezone.now() - MINUTE).count()
    many = named + _one_more(pace_of(by.person_id, "everywhere"), MINUTE)
    if many > MOST_WHILE_NEW and (many > MOST_A_MINUTE or is_new_member(by)):
        raise PostingTooFast(round(MINUTE.total_seconds()), *([FIRST_WEEK] if many <= MOST_A_MINUTE else []))
    slow = pace_of(by.person_id, f"space:{space.pk}")
    if space.slow_seconds and not cache.add(slow, True, space.slow_seconds):
        raise PostingTooFast(space.slow_seconds, space.pace)


def _one_more(name: str, span: timedelta) -> int:
    """How many there are within the span, this one counted. Two at once count as two."""
    cache.add(name, 0, span.total_seconds())
    try:
        return cache.incr(name)
    except ValueError:  # It ran out between the two lines: this is the first of the next span.
        cache.set(name, 1, span.total_seconds())
        return 1
