"""When somebody wants to hear by mail: what they chose for each kind, their quiet hours, their days away."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from network.notices.kind import Kind, Pace, choosable
from network.notices.models import MailChoice, QuietTime

# When digests are written, and when mail begins again after days away.
MORNING = time(8)


def paces_of(person_id: int | None) -> dict[str, Pace]:
    """The pace of each such kind for a person. One query."""
    chosen = dict(MailChoice.objects.filter(person_id=person_id).values_list("kind", "pace"))
    return {kind.name: Pace(chosen.get(kind.name, kind.choice.default)) for kind in choosable() if kind.choice}


def comes_at_once(person_id: int, kind: Kind) -> bool:
    """Whether a letter tells of it by itself. Service kinds cost no query."""
    return kind.choice is None or paces_of(person_id)[kind.name] == Pace.AT_ONCE


def quiet_end(person_id: int | None, now: datetime) -> datetime | None:
    """When mail may go again to somebody who wants none at this moment; None where it may go. One query."""
    quiet = QuietTime.objects.filter(person_id=person_id).first()
    if quiet is None:
        return None
    local = timezone.localtime(now)
    if quiet.paused_until and local.date() < quiet.paused_until:
        back = timezone.make_aware(datetime.combine(quiet.paused_until, MORNING))
        return _after_hours(quiet, back) or back
    return _after_hours(quiet, local)


def _after_hours(quiet: QuietTime, local: datetime) -> datetime | None:
    begins, ends, clock = quiet.begins_at, quiet.ends_at, local.time()
    if begins is None or ends is None or begins == ends:
        return None
    is_quiet = begins <= clock < ends if begins < ends else (clock >= begins or clock < ends)
    if not is_quiet:
        return None
    day = local.date() if clock < ends else local.date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, ends))
