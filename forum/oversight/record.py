"""The record of decisions that the law asks for: no names and no content. And the numbers that may be published."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone

from forum.casebook.models import Objection, ObjectionState
from forum.concerns.models import Concern, ConcernState
from forum.desk.models import Appeal, AppealState, Case, Report, ReportReason
from forum.desk.models.case import HIDES
from network.access.counting import roughly
from network.access.viewer import Viewer

MOST_LINES = 10_000
MONTHS_SHOWN = 12


@dataclass(frozen=True)
class Line:
    """One decision. Each field is a column."""

    reference: str
    content: str
    category: str
    received: str
    decided: str
    outcome: str
    rule: str
    appealed: str
    overturned: str


def decisions(viewer: Viewer, since: datetime, until: datetime) -> list[Line]:
    """Decided from `since` and before `until`, as far as they are within this viewer's sight; the earliest first."""
    span = {"decided_at__gte": since, "decided_at__lt": until}
    cases = Case.objects.visible_to(viewer).filter(**span).select_related("appeal").prefetch_related("reports")
    concerns = Concern.objects.visible_to(viewer).filter(**span)
    found = [(case.decided_at, of_case(case)) for case in cases.order_by("decided_at")[:MOST_LINES]]
    found += [(one.decided_at, of_concern(one)) for one in concerns.order_by("decided_at")[:MOST_LINES]]
    objections = Objection.objects.visible_to(viewer).filter(**span).select_related("measure")
    found += [(one.decided_at, of_objection(one)) for one in objections.order_by("decided_at")[:MOST_LINES]]
    return [line for _, line in sorted(found, key=lambda pair: pair[0])][:MOST_LINES]


def of_case(case: Case) -> Line:
    """A message's. Of several reports the most urgent gives the category."""

    def due(report: Report) -> datetime:
        return report.due_at

    reason = min(case.reports.all(), key=due).reason
    appeal: Appeal | None = getattr(case, "appeal", None)
    overturned = appeal is not None and appeal.state == AppealState.RESTORED
    return Line(
        *(case.public_id, "A message", str(ReportReason(reason).label), moment(case.opened_at)),
        *(moment(case.decided_at), case.get_state_display(), case.rule, yes(appeal is not None), yes(overturned)),
    )


def of_concern(concern: Concern) -> Line:
    """Anything else's. There is no appeal but a complaint, which is a concern of its own."""
    return Line(
        *(concern.public_id, concern.subject, concern.get_category_display(), moment(concern.opened_at)),
        *(moment(concern.decided_at), concern.get_state_display(), "", yes(False), yes(False)),
    )


def of_objection(objection: Objection) -> Line:
    """A second look at what was done about a person, or at a message that was declined: what, as the category."""
    measure = objection.measure
    against = measure.get_kind_display() if measure else "A message was declined"
    overturned = objection.state == ObjectionState.OVERTURNED
    return Line(
        *(objection.public_id, "An appeal", against, moment(objection.opened_at), moment(objection.decided_at)),
        *(objection.get_state_display(), "", yes(True), yes(overturned)),
    )


def moment(at: datetime | None) -> str:
    """UK time."""
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else ""


def yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


@dataclass(frozen=True)
class Month:
    """What a month was, each number by the suppression rule."""

    begins: date
    received: int
    decided: int
    acted: int
    appealed: int
    overturned: int


def months(viewer: Viewer) -> list[Month]:
    """The last twelve whole months, the latest first: the one that runs shows nothing until it is over. Ten queries,
    however much there is. Appeals against measures and declined messages count as those about messages do."""
    appeals = Appeal.objects.filter(case__in=Case.objects.visible_to(viewer))
    objections = Objection.objects.visible_to(viewer)
    cases, concerns = Case.objects.visible_to(viewer), Concern.objects.visible_to(viewer)
    acted = cases.filter(state__in=HIDES), concerns.filter(state=ConcernState.ACTED)
    columns = [
        _of_each(("opened_at", cases), ("opened_at", concerns)),
        _of_each(("decided_at", cases), ("decided_at", concerns)),
        _of_each(*(("decided_at", kind) for kind in acted)),
        _of_each(("asked_at", appeals), ("opened_at", objections)),
        _of_each(
            ("decided_at", appeals.filter(state=AppealState.RESTORED)),
            ("decided_at", objections.filter(state=ObjectionState.OVERTURNED)),
        ),
    ]
    return [Month(begins, *(column(begins) for column in columns)) for begins in _whole_months()]


def _of_each(*kinds: tuple[str, QuerySet]) -> Callable[[date], int]:
    """Rounded together, so that nobody takes one kind from the other."""
    found: dict[date, int] = {}
    for field, rows in kinds:
        dated = rows.exclude(**{field: None}).annotate(month=TruncMonth(field)).order_by()
        for month, many in dated.values_list("month").annotate(many=Count("pk", distinct=True)):
            found[month.date()] = found.get(month.date(), 0) + many
    return lambda begins: roughly(found.get(begins, 0))


def _whole_months() -> list[date]:
    today = timezone.localdate()
    begun = today.year * 12 + today.month - 1
    return [date((begun - back) // 12, (begun - back) % 12 + 1, 1) for back in range(1, MONTHS_SHOWN + 1)]
