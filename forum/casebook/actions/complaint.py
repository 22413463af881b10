"""What comes by the public form, kept from whoever decided what it complains about."""

import re
from typing import Any

from django.db import transaction

from forum.concerns.actions.concern import Told, report_place
from forum.concerns.models import Concern, Measure
from forum.desk.models import Report
from network.people.models import Role, RoleKind
from network.people.opaque import ALPHABET, LENGTH

_REFERENCE = re.compile(rf"(?<!\w)[{ALPHABET}]{{{LENGTH}}}(?!\w)")
MOST_LOOKED_UP = 20


def complain(*, told: Told, place: str, **facts: Any) -> Concern:
    """As `report_place`: whoever decided what the words quote by its reference sees nothing of it."""
    with transaction.atomic():
        concern = report_place(told=told, place=place, **facts)
        concern.kept_from.set(who_decided(f"{place} {told.words}"))
    return concern


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
    """By reference. Three queries."""
    rows = [
        *Concern.objects.filter(public_id__in=quoted).values_list("public_id", "decided_by"),
        *Measure.objects.filter(public_id__in=quoted).values_list("public_id", "proposed_by", "seconded_by"),
        *Report.objects.filter(public_id__in=quoted).values_list("public_id", "case__decided_by"),
    ]
    return {reference: {one for one in people if one} for reference, *people in rows}
