"""What of the record is not over, or ended after an instant: it is kept, and with it whatever it came of."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from forum.casebook.models import Objection
from forum.concerns.models import Concern, Measure, MeasureKind, MeasureState
from forum.concerns.subject import COVER
from forum.covers.models import Cover
from forum.desk.models import Case
from forum.spaces.models import Pause
from network.people.models import Role, RoleKind
from network.records.models import StaffAction


def lasting_covers(since: datetime) -> QuerySet[Cover]:
    return Cover.objects.filter(Q(lifted_at=None) | Q(lifted_at__gte=since))


def lasting_pauses(since: datetime) -> QuerySet[Pause]:
    return Pause.objects.filter(Q(lifted_at=None, ends_at__gte=since) | Q(lifted_at__gte=since))


def lasting_measures(since: datetime) -> QuerySet[Measure]:
    """Also those with an appeal that is not over."""
    return Measure.objects.filter(_holds(since) | _not_over("objection__", since))


def _holds(since: datetime) -> Q:
    """What it does, or did until lately. An account may open again without an appeal: the log knows when."""
    bars = Role.objects.current().filter(kind=RoleKind.BARRED, person=OuterRef("person"), scope=OuterRef("scope"))
    opened = StaffAction.objects.filter(verb="restored", about_id=OuterRef("person"), done_at__gte=since)
    is_shut = Q(kind=MeasureKind.SUSPENSION) & (Q(person__is_active=False) | Exists(opened))
    is_out = Q(kind=MeasureKind.BAR) & Exists(bars)
    ended_lately = Q(settled_at__gte=since) | Q(pause__in=lasting_pauses(since)) | Q(role__ends_at__gte=since)
    return Q(settled_at=None) | ended_lately | Q(is_shut | is_out, state=MeasureState.TAKEN)


def lasting_objections(since: datetime) -> QuerySet[Objection]:
    """With the measure they are against: an appeal is made once for as long as that holds."""
    return Objection.objects.filter(_not_over("", since) | Q(measure__in=lasting_measures(since)))


def lasting_cases(since: datetime) -> QuerySet[Case]:
    """A message stays hidden by its decision, and may be appealed for so long. All cases of a message stay together: of
    several the latest outcome says which of them hides it."""
    measures = lasting_measures(since)
    led_on = Q(measure__in=measures) | Q(public_id__in=measures.values("matter"))
    # While an author may undo a deletion, the words are there.
    hides = Q(message__hidden_at__isnull=False) & ~Q(message__body="")
    own = Case.objects.filter(_not_over("", since) | _not_over("appeal__", since) | led_on | hides)
    return Case.objects.filter(message__in=own.values("message"))


def lasting_concerns(since: datetime) -> QuerySet[Concern]:
    """With the words they hid, as has the appeal against that."""
    covers = lasting_covers(since)
    led_on = Q(public_id__in=lasting_measures(since).values("matter")) | Q(public_id__in=covers.values("matter"))
    appeals = Q(kind=COVER, ref__in=covers.values("public_id"))
    return Concern.objects.filter(_not_over("", since) | led_on | appeals)


def _not_over(path: str, since: datetime) -> Q:
    """There, and not decided, or decided lately."""
    undecided = Q(**{f"{path}pk__isnull": False, f"{path}decided_at": None})
    return undecided | Q(**{f"{path}decided_at__gte": since})
