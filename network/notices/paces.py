"""When somebody wants to hear by mail: what they chose for each kind, their quiet hours, their days away."""

from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from network.notices.kind import Kind, Pace, choosable
from network.notices.models import MailChoice, PlaceChoice, QuietTime

# When digests are written, and when mail begins again after days away.
MORNING = time(8)


def paces_of(person_id: int | None) -> dict[str, Pace]:
    """The pace of each such kind for a person. One query."""
    chosen = dict(MailChoice.objects.filter(person_id=person_id).values_list("kind", "pace"))
    return {kind.name: Pace(chosen.get(kind.name, kind.choice.default)) for kind in choosable() if kind.choice}


def pace_for(person_id: int | None, place: str) -> Pace:
    """What a person chose for one place; at once where they chose nothing. One query, none without a place."""
    mine = PlaceChoice.objects.filter(person_id=person_id, place=place)
    return Pace(mine.values_list("pace", flat=True).first() or Pace.AT_ONCE) if place else Pace.AT_ONCE


def places_of(person_id: int | None) -> dict[str, Pace]:
    """What a person chose for places, by their ids. One query."""
    mine = PlaceChoice.objects.filter(person_id=person_id)
    return {place: Pace(pace) for place, pace in mine.values_list("place", "pace")}


def comes_at_once(person_id: int, kind: Kind, place: str) -> bool:
    """Whether a letter tells by itself of what happened there. Service kinds cost no query."""
    if kind.choice is None:
        return True
    return {paces_of(person_id)[kind.name], pace_for(person_id, place)} == {Pace.AT_ONCE}


def told_at(pace: Pace, person_id: int | None) -> Q:
    """Notices that mail tells of at that pace: by their kind or by their place, whichever is slower. Two queries."""
    kinds = {one: [name for name, chosen in paces_of(person_id).items() if chosen == one] for one in Pace}
    named = {one: [place for place, chosen in places_of(person_id).items() if chosen == one] for one in Pace}
    faster = [one for one in Pace if one.slowness < pace.slowness]
    slower = [place for one in Pace if one.slowness > pace.slowness for place in named[one]]
    by_kind = Q(kind__in=kinds[pace]) & ~Q(place__in=slower)
    return by_kind | Q(kind__in=[name for one in faster for name in kinds[one]], place__in=named[pace])


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
