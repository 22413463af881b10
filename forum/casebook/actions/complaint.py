"""What comes by the public form, kept from whoever decided what it complains about."""

import re
from dataclasses import replace
from typing import Any

from forum.casebook.models import Objection
from forum.concerns.actions.concern import Told, report_place
from forum.concerns.models import Concern, Measure
from forum.desk.models import Appeal, Report
from forum.extracts.models import Widening
from network.people.models import Role, RoleKind
from network.people.opaque import ALPHABET, LENGTH

_REFERENCE = re.compile(rf"(?<!\w)[{ALPHABET}]{{{LENGTH}}}(?!\w)")
MOST_LOOKED_UP = 20
_OF_MEASURE = ("proposed_by", "seconded_by")
_DECIDERS: list[tuple[Any, tuple[str, ...]]] = [
    (Concern, ("public_id", "decided_by")),
    (Measure, ("public_id", *_OF_MEASURE, "objection__decided_by")),
    (Report, ("public_id", "case__decided_by", "case__appeal__decided_by")),
    (Appeal, ("public_id", "decided_by", "case__decided_by")),
    (Objection, ("public_id", "decided_by", "decider", *(f"measure__{one}" for one in _OF_MEASURE))),
    (Widening, ("public_id", "asked_by", "decided_by")),
]


def complain(*, told: Told, place: str, **facts: Any) -> Concern:
    """As `report_place`: whoever decided what the words quote by its reference sees nothing of it."""
    return report_place(told=replace(told, kept_from=who_decided(f"{place} {told.words}")), place=place, **facts)


def who_decided(words: str) -> set[int]:
    """Those behind the first reference of ours in these words: one, so that nobody keeps everybody away by quoting
    much. Nobody where no other moderator or owner would be left."""
    quoted = list(dict.fromkeys(_REFERENCE.findall(words)))[:MOST_LOOKED_UP]
    known = _deciders(quoted) if quoted else {}
    found = next((known[one] for one in quoted if known.get(one)), set())
    kinds = (RoleKind.MODERATOR, RoleKind.OWNER)
    staff = Role.objects.current().filter(kind__in=kinds, scope="", person__is_active=True)
    return found if found and staff.exclude(person__in=found).exists() else set()


def _deciders(quoted: list[str]) -> dict[str, set[int]]:
    """By reference: whoever decided it, whoever looked again, and what that was about. One query for each kind."""
    rows = [
        row
        for model, deciders in _DECIDERS
        for row in model.objects.filter(public_id__in=quoted).values_list(*deciders)
    ]
    return {reference: {one for one in people if one} for reference, *people in rows}
