"""Choosing how often one is written to."""

from dataclasses import dataclass
from datetime import date, time

from django.db import transaction

from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.digest import DIGEST
from network.notices.kind import Pace, choosable
from network.notices.models import MailChoice, PlaceChoice, QuietTime
from network.notices.paces import paces_of
from network.people.models import User

DIGESTED = (Pace.DAILY, Pace.WEEKLY)


@dataclass(frozen=True)
class Quiet:
    """When no mail comes: hours of the day, and until which day."""

    begins_at: time | None = None
    ends_at: time | None = None
    paused_until: date | None = None


def choose_mail(*, by: Viewer, paces: dict[str, Pace], quiet: Quiet) -> None:
    """Take what somebody chose. Kinds that are no choice of theirs are passed over."""
    require(by.person_id is not None)
    person_id = by.person_id or 0
    with transaction.atomic():
        _store(person_id, paces)
        QuietTime.objects.update_or_create(person_id=person_id, defaults=vars(quiet))


def stop_mail(*, person: User, kind: str) -> None:
    """End a class of mail: letters of one kind, or all digests. The notices on the site go on.

    Asked for by whoever holds a letter's signed word, signed in or not: nobody else can make one.
    """
    if kind == DIGEST:
        digested = [name for name, pace in paces_of(person.pk).items() if pace in DIGESTED]
        PlaceChoice.objects.filter(person=person, pace__in=DIGESTED).update(pace=Pace.NONE)
    else:
        digested = [kind]
    _store(person.pk, dict.fromkeys(digested, Pace.NONE))


def choose_for_places(*, by: Viewer, paces: dict[str, Pace]) -> None:
    """How often mail tells of each of these places. At once is what holds without a choice, so it needs no row."""
    require(by.person_id is not None)
    slowed = {place: pace for place, pace in paces.items() if pace != Pace.AT_ONCE}
    rows = [PlaceChoice(person_id=by.person_id or 0, place=place, pace=pace) for place, pace in slowed.items()]
    with transaction.atomic():
        PlaceChoice.objects.visible_to(by).filter(place__in=paces.keys() - slowed.keys()).delete()
        PlaceChoice.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["person", "place"], update_fields=["pace"]
        )


def _store(person_id: int, paces: dict[str, Pace]) -> None:
    rows = [
        MailChoice(person_id=person_id, kind=kind.name, pace=paces[kind.name])
        for kind in choosable()
        if kind.name in paces
    ]
    MailChoice.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["person", "kind"], update_fields=["pace"]
    )
