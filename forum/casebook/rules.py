"""Who may appeal, and who looks again."""

from datetime import datetime, timedelta

from django.utils import timezone

from forum.casebook.models import Objection
from forum.concerns.models import Measure, MeasureKind, MeasureState
from forum.concerns.rules import can_decide, can_measure
from forum.covers.models import Cover
from forum.talk.models import Held, HeldState
from network.access.viewer import Viewer

# However short a measure was, one has so long to appeal after hearing of it; while it runs, one always may.
LEAST_TIME = timedelta(days=30)
# A declined message is kept for thirty days: long enough for whoever looks again.
TIME_FOR_DECLINED = timedelta(days=14)


def can_appeal_measure(measure: Measure) -> bool:
    """Whether whom it is about may say something against it. A word is no measure to end."""
    was_done = measure.state == MeasureState.TAKEN and measure.kind != MeasureKind.NUDGE
    return was_done and (measure.is_running or _lately(measure.settled_at, LEAST_TIME))


def can_appeal_declined(held: Held) -> bool:
    """Whether its author may say something against its being declined."""
    return held.state == HeldState.DECLINED and _lately(held.settled_at, TIME_FOR_DECLINED)


def can_appeal_cover(cover: Cover) -> bool:
    """Whether its owner may say something against a decision that hides their words: while it does."""
    return cover.lifted_at is None and not cover.is_pending


def _lately(at: datetime | None, span: timedelta) -> bool:
    return at is not None and timezone.now() < at + span


def can_judge(viewer: Viewer, objection: Objection) -> bool:
    """Whoever sees it, which no colleague of whom it is about does, and might have decided it in the first place."""
    might = objection.measure is None or can_measure(viewer, objection.measure)
    return might and can_decide(viewer, objection)
