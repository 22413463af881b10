"""What is forgotten about decisions, when its time is over."""

from django.db import models

from forum.casebook.models import Note
from forum.concerns.models import Measure, matters
from forum.covers.models import Cover
from forum.desk.models import Case
from forum.extracts.models import Excerpt, Widening
from forum.oversight.lasting import (
    lasting_cases,
    lasting_concerns,
    lasting_covers,
    lasting_measures,
    lasting_objections,
    lasting_pauses,
)
from forum.spaces.models import Pause
from network.jobs.registry import scheduled
from network.records.keeping import kept_since


@scheduled("15 4 * * *")
def forget_decided() -> None:
    """24 months after all of it has ended a matter goes, with what was said of it and what it led to. What waits, is
    under appeal or still holds somebody or hides words stays, and whatever it came of. Killed half-way, the next night
    forgets the rest."""
    since = kept_since()
    for lasting in (lasting_objections(since), lasting_cases(since), lasting_concerns(since)):
        lasting.model.objects.exclude(pk__in=lasting.values("pk")).delete()
    for kind, field in ((Note, "ref"), (Excerpt, "matter"), (Widening, "matter")):
        _without_matter(kind._default_manager.all(), field).delete()
    _without_matter(Cover.objects.exclude(pk__in=lasting_covers(since).values("pk")), "matter").delete()
    # None goes before what it came of, which tells what became of it.
    _without_matter(Measure.objects.exclude(pk__in=lasting_measures(since).values("pk")), "matter").delete()
    pauses = Pause.objects.exclude(pk__in=lasting_pauses(since).values("pk"))
    for kind in (Case, Measure):
        pauses = pauses.exclude(pk__in=kind._default_manager.exclude(pause=None).values("pause"))
    pauses.delete()


def _without_matter(rows: models.QuerySet, field: str) -> models.QuerySet:
    for kind in matters():
        rows = rows.exclude(**{f"{field}__in": kind.objects.values("public_id")})
    return rows
