"""Opening the talk of an event, and keeping it in step with the event."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from forum.spaces.models import Space
from forum.spaces.models.space import NAME_LENGTH
from forum.stage.actions.organisers import say_as_organisers
from forum.stage.actions.turn import tell_phase
from forum.stage.models import Sitting
from forum.stage.rules import can_open_sitting
from forum.talk.models import Thread
from forum.talk.models.thread import TITLE_LENGTH
from network.access.audience import check_audience
from network.access.viewer import Viewer
from network.access.visible import require
from network.jobs.registry import later
from network.records.actions.log import record_staff_action

QUESTIONS_BEFORE = timedelta(days=7)
REFLECTIONS = timedelta(days=7)
# Behind the spaces that somebody opened, before those of cohorts.
POSITION = 85
WELCOME = "Welcome. Who are you, and what brings you here? Whoever has a place at this event reads along."


class TooLate(Exception):
    """The event was over so long ago that its talk would be closed already."""


@dataclass(frozen=True)
class Talk:
    """What the event says of it."""

    audience: str
    title: str
    starts_at: datetime
    ends_at: datetime
    stream_url: str = ""
    is_called_off: bool = False


def open_sitting(*, by: Viewer, talk: Talk) -> Sitting:
    """Open the talk for those with a place at the event. Opened twice, it is the same one.

    Raises ValueError for another audience than an event's, and TooLate.
    """
    require(can_open_sitting(by))
    check_audience(talk.audience)
    if not talk.audience.startswith("event:"):
        raise ValueError("a talk belongs to an event")
    with transaction.atomic():
        facts = {"name": talk.title[:NAME_LENGTH], "audience": talk.audience, "position": POSITION}
        made, _ = Space.objects.get_or_create(made_for=talk.audience, defaults=facts)
        # Whoever opens it in the same moment waits here, and finds it open.
        space = Space.objects.select_for_update(no_key=True).get(pk=made.pk)
        if earlier := Sitting.objects.of(talk.audience).select_related("thread__space").first():
            return earlier
        sitting = _open(space, talk)
        record_staff_action(by=by, verb="opened_talk", about_id=None, reason=str(sitting))
        _follow_clock(sitting)
    return sitting


def _open(space: Space, talk: Talk) -> Sitting:
    now = timezone.now()
    times = _times(now, talk.starts_at, talk.ends_at)
    if times["closes_at"] <= now:
        raise TooLate
    span = {"opens_at": times["opens_at"], "closes_at": times["closes_at"]}
    thread = Thread.objects.create(space=space, title=talk.title[:TITLE_LENGTH], key=uuid4(), **span)
    Space.objects.filter(pk=space.pk).update(closes_at=times["closes_at"])
    opening = say_as_organisers(thread, WELCOME, has_beside=True)
    return Sitting.objects.create(thread=thread, opening=opening, stream_url=talk.stream_url, **times)


def _times(opens_at: datetime, starts_at: datetime, ends_at: datetime) -> dict[str, datetime]:
    """Introductions from the opening on; a week of questions before; a week of reflections after."""
    opens_at = min(opens_at, starts_at)
    return {
        "opens_at": opens_at,
        "questions_at": max(opens_at, starts_at - QUESTIONS_BEFORE),
        "starts_at": starts_at,
        "ends_at": ends_at,
        "closes_at": ends_at + REFLECTIONS,
    }


def move_sitting(*, talk: Talk) -> None:
    """Bring an open talk in step with its event, where it has one. The event's action, so nobody's `by`."""
    with transaction.atomic():
        sitting = Sitting.objects.of(talk.audience).select_related("thread", "opening").first()
        if sitting is None:
            return
        # The lock under which messages are stored: what is on its way meets the old times or the new ones.
        Space.objects.select_for_update(no_key=True).get(pk=sitting.thread.space_id)
        times = _times(sitting.opens_at, talk.starts_at, talk.ends_at)
        facts = {**times, "stream_url": talk.stream_url, "is_called_off": talk.is_called_off}
        is_same = sitting.thread.title == talk.title[:TITLE_LENGTH]
        if is_same and all(getattr(sitting, name) == value for name, value in facts.items()):
            return
        Sitting.objects.filter(pk=sitting.pk).update(**facts)
        span = {"opens_at": times["opens_at"], "closes_at": times["closes_at"]}
        Thread.objects.filter(pk=sitting.thread_id).update(title=talk.title[:TITLE_LENGTH], **span)
        named = {"name": talk.title[:NAME_LENGTH], "closes_at": times["closes_at"]}
        Space.objects.filter(pk=sitting.thread.space_id).update(**named)
        sitting.refresh_from_db()
        _follow_clock(sitting)
        tell_phase(sitting)


def _follow_clock(sitting: Sitting) -> None:
    """A turn that has been moved away is told as well, which shows nobody anything new."""
    for turn in sitting.turns:
        if turn > timezone.now():
            later("stage.turn", sitting.pk, run_after=turn)
