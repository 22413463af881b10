"""What is forgotten about decisions, when its time is over."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from forum.casebook.models import Note, Objection
from forum.concerns.models import matters
from forum.covers.models import Cover
from forum.extracts.models import Excerpt, Widening
from network.jobs.registry import scheduled

KEPT = timedelta(days=730)


@scheduled("15 4 * * *")
def forget_decided() -> None:
    """24 months after the decision appeals go, and what hangs on a matter by its reference alone: notes, extracts, who
    read more, and what is out of sight no more. So does all of it whose matter is gone. What waits, and words that are
    out of sight, stay. Killed half-way, the next night forgets the rest."""
    Objection.objects.filter(decided_at__lt=timezone.now() - KEPT).delete()
    _without_matter(Note.objects.all(), "ref").delete()
    _without_matter(Excerpt.objects.all(), "matter").delete()
    _without_matter(Widening.objects.all(), "matter").delete()
    _without_matter(Cover.objects.exclude(lifted_at=None), "matter").delete()


def _without_matter(rows: models.QuerySet, field: str) -> models.QuerySet:
    recent = Q(decided_at=None) | Q(decided_at__gte=timezone.now() - KEPT)
    for kind in matters():
        rows = rows.exclude(**{f"{field}__in": kind.objects.filter(recent).values("public_id")})
    return rows
