"""Keeping words back before others see them."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from forum.spaces.models import HoldOrder
from forum.talk.actions.pace import check_pace, check_slow_mode
from forum.talk.models import Draft, Held
from network.access.viewer import Viewer
from network.jobs.registry import later


class WaitsFirst(Exception):
    """What was said is kept, and others see it later or never: `held` says which. Never raised inside a transaction of
    the one who keeps it: it would be lost with that."""

    def __init__(self, held: Held) -> None:
        super().__init__("Your message waits to be looked at.")
        self.held = held


def keep_back(by: Viewer, held: Held, why: str) -> Held:
    """Keep a message that is not written yet until somebody has looked (`why`), or for the space's delay.

    The same key again is the same one. Raises PostingTooFast: what waits is said as well.
    """
    held.author_id, held.why, held.held_at = by.person_id or 0, why, timezone.now()
    held.release_at = None if why else held.held_at + timedelta(seconds=held.space.delay_seconds)
    try:
        with transaction.atomic():
            check_pace(by, held.key)
            check_slow_mode(by, held.space, held.key)
            held.save(force_insert=True)
            HoldOrder.objects.count_down(by.person_id)
            Draft.objects.filter(person_id=by.person_id, thread=held.thread_id).delete()
            if held.release_at:
                later("talk.release_delayed", held.pk, run_after=held.release_at)
    except IntegrityError:
        # The same form arrived twice at once, and the other one was first.
        if earlier := Held.objects.said_by(by, held.key):
            return earlier
        raise
    return held
