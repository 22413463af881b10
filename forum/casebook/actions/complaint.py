"""What somebody reports, with an account or without, kept from whoever decided what it complains about
or made what it is about."""

import re
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from forum.casebook.models import Objection
from forum.concerns.actions.concern import Told, report_place, report_subject
from forum.concerns.models import Concern, Measure
from forum.concerns.models.matter import by_reporter
from forum.concerns.subject import COVER, kept_of
from forum.covers.models import Cover
from forum.desk.models import Appeal, Report
from forum.extracts.models import Widening
from network.access.viewer import Viewer
from network.people.models import Role, RoleKind
from network.people.opaque import ALPHABET, LENGTH

_REFERENCE = re.compile(rf"(?<!\w)[{ALPHABET}]{{{LENGTH}}}(?!\w)")
MOST_LOOKED_UP = 20
_OF_MEASURE = ("proposed_by", "seconded_by")
_APPEALS = Concern.objects.filter(kind=COVER)
_AGAIN = _APPEALS.filter(ref=OuterRef("public_id")).order_by("pk").values("decided_by")[:1]
_COVERS = Cover.objects.annotate(again=Subquery(_AGAIN))
# The first column is what may be quoted. What was hidden is quoted by its own reference or by that of its concern.
_DECIDERS: list[tuple[Any, tuple[str, ...]]] = [
    (Concern.objects, ("public_id", "decided_by")),
    (_APPEALS, ("public_id", "about")),
    (_COVERS, ("public_id", "covered_by", "again")),
    (_COVERS, ("matter", "again")),
    (Measure.objects, ("public_id", *_OF_MEASURE, "objection__decided_by")),
    (Report.objects, ("public_id", "case__decided_by", "case__appeal__decided_by")),
    (Appeal.objects, ("public_id", "decided_by", "case__decided_by")),
    (Objection.objects, ("public_id", "decided_by", "decider", *(f"measure__{one}" for one in _OF_MEASURE))),
    (Widening.objects, ("public_id", "asked_by", "decided_by")),
]


def complain(*, told: Told, place: str, **facts: Any) -> Concern:
    """As `report_place`: whoever decided what the words quote by its reference sees nothing of it."""
    kept_from = who_decided(f"{place} {told.words}", _table())
    return report_place(told=replace(told, kept_from=kept_from), place=place, **facts)


def report(*, by: Viewer, kind: str, ref: str, told: Told, key: UUID) -> Concern:
    """As `report_subject`, kept from the same people, and from whoever made the thing where it is kept by an office."""
    # Whoever reports and their colleagues see none of it, so they are not who is left.
    table = _table().exclude(by_reporter(by, "person"))
    kept_from = who_decided(told.words, table)
    made_by_id = kept_of(kind, ref).made_by_id
    made_by = {made_by_id} if made_by_id else set()
    told = replace(told, kept_from=_without(table, kept_from | made_by) or kept_from)
    return report_subject(by=by, kind=kind, ref=ref, told=told, key=key)


def who_decided(words: str, table: QuerySet[Role]) -> set[int]:
    """Those behind the first reference of ours in these words: one, so that nobody keeps everybody away by quoting
    much. Nobody where no other moderator or owner would be left."""
    quoted = list(dict.fromkeys(_REFERENCE.findall(words)))[:MOST_LOOKED_UP]
    known = _deciders(quoted) if quoted else {}
    return _without(table, next((known[one] for one in quoted if known.get(one)), set()))


def _table() -> QuerySet[Role]:
    """Whoever decides what stands in no space."""
    kinds = (RoleKind.MODERATOR, RoleKind.OWNER)
    return Role.objects.current().filter(kind__in=kinds, scope="", person__is_active=True)


def _without(table: QuerySet[Role], people: set[int]) -> set[int]:
    """These people; nobody where none but them would be left."""
    return people if people and table.exclude(person__in=people).exists() else set()


def _deciders(quoted: list[str]) -> dict[str, set[int]]:
    """By reference: whoever decided it, whoever looked again, and what that was about. One query for each line."""
    found: dict[str, set[int]] = {}
    for rows, columns in _DECIDERS:
        for reference, *people in rows.filter(**{f"{columns[0]}__in": quoted}).values_list(*columns):
            found.setdefault(reference, set()).update(one for one in people if one)
    return found
