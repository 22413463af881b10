"""How many independent voices stand behind some reports: enough of them take words out of sight (features, MO-04)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.db.models import Min

from forum.talk.rules import NEW_FOR
from network.people.models import MEMBER_KINDS, Affiliation, Role

# The organisation, as it were, of all who report in their first week: ten accounts made for one report weigh as one.
NEWCOMERS = 0


class Said(Protocol):
    """Who reported, and when."""

    reporter_id: int | None
    reported_at: datetime


@dataclass(frozen=True)
class Reporters:
    """Where those who reported work, and since when they are members, by person."""

    employers: dict[int, set[int]]
    since: dict[int, datetime]

    @classmethod
    def of(cls, reports: Sequence[Said]) -> "Reporters":
        """Two queries, however many."""
        people = [report.reporter_id for report in reports if report.reporter_id]
        employers: dict[int, set[int]] = {}
        rows = Affiliation.objects.current().filter(person__in=people).values_list("person_id", "organisation_id")
        for person, organisation in rows:
            employers.setdefault(person, set()).add(organisation)
        roles = Role.objects.filter(person__in=people, kind__in=MEMBER_KINDS).values_list("person_id")
        return cls(employers, dict(roles.annotate(since=Min("starts_at"))))

    def voices_in(self, reports: Iterable[Said]) -> int:
        """People of one organisation count once, and so do all in their first week together."""
        heard: set[int] = set()
        voices = 0
        for report in reports:
            theirs = self._speaks_for(report)
            voices += not (theirs & heard)
            heard |= theirs
        return voices

    def _speaks_for(self, report: Said) -> set[int]:
        person = report.reporter_id or 0
        was_new = person in self.since and self.since[person] > report.reported_at - NEW_FOR
        return self.employers.get(person, set()) | ({NEWCOMERS} if was_new else set())
