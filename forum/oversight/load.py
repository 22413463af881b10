"""How much moderating is to those who do it."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, QuerySet
from django.utils import timezone

from forum.casebook.models import Objection
from forum.concerns.models import HEAVY, Concern, Duty
from forum.desk.models import Case
from network.access.counting import roughly
from network.access.viewer import Viewer
from network.access.visible import in_lists
from network.people.models import Role, RoleKind, User

DAYS = 90
MOST_LISTED = 200


@dataclass(frozen=True)
class Load:
    """What somebody decided in the last ninety days, and how much of it was heavy: by the suppression rule."""

    person: User
    is_on: bool
    decided: int
    heavy: int


def loads(viewer: Viewer) -> list[Load]:
    """Of all who moderate, by name, less those hidden in lists from this viewer. Seven queries."""
    kinds = (RoleKind.MODERATOR, RoleKind.OWNER)
    offices = Role.objects.current().filter(in_lists(viewer), kind__in=kinds).values("person_id")
    people = User.objects.filter(pk__in=offices, is_active=True).order_by("name", "pk")[:MOST_LISTED]
    on = set(Duty.objects.on().values_list("person_id", flat=True))
    since = timezone.now() - timedelta(days=DAYS)
    cases = Case.objects.visible_to(viewer).filter(decided_at__gt=since)
    concerns = Concern.objects.visible_to(viewer).filter(decided_at__gt=since)
    objections = Objection.objects.visible_to(viewer).filter(decided_at__gt=since)
    decided = _by_person(cases, concerns, objections)
    heavy = _by_person(cases.filter(reports__reason__in=HEAVY), concerns.filter(category__in=HEAVY))
    return [Load(one, one.pk in on, roughly(decided[one.pk]), roughly(heavy[one.pk])) for one in people]


def _by_person(*kinds: QuerySet) -> Counter[int]:
    found: Counter[int] = Counter()
    for rows in kinds:
        found.update(dict(rows.order_by().values_list("decided_by").annotate(many=Count("pk", distinct=True))))
    return found
