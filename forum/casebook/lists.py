"""What was decided about somebody before, for whoever decides about them now; what they said against what is hidden."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from forum.casebook.models import Objection
from forum.casebook.wording import came_of
from forum.concerns.models import Concern, Matter, Measure, MeasureState
from forum.covers.models import Cover
from forum.desk.models import Case
from forum.desk.models.case import HIDES, CaseState
from network.access.viewer import Viewer

MOST_LISTED = 20
PUT_BACK = "Undone after an appeal"


@dataclass(frozen=True)
class Earlier:
    """One decision, with the house rule it quoted. It names neither a space nor a moderator."""

    what: str
    rule: str
    at: datetime


def record_of(viewer: Viewer, matter: Matter) -> list[Earlier]:
    """The latest first, without this matter itself, as far as the decisions are within this viewer's sight. What was
    said under a pen name is nobody's record. Two queries."""
    if matter.about_id is None or (isinstance(matter, Case) and matter.message.pen_name):
        return []
    cases = Case.objects.visible_to(viewer).filter(message__author=matter.about_id, message__pen_name="")
    cases = cases.filter(state__in=[*HIDES, CaseState.NUDGED], decided_at__isnull=False)
    if isinstance(matter, Case):
        cases = cases.exclude(pk=matter.pk)
    decided = list(cases.select_related("appeal").order_by("-decided_at").distinct()[:MOST_LISTED])
    measures = (
        Measure.objects.visible_to(viewer).in_force_once().filter(person=matter.about_id, settled_at__isnull=False)
    )
    measures = measures.exclude(pk__in=[case.measure_id for case in decided if case.measure_id])
    if isinstance(matter, Case | Objection) and matter.measure_id:
        measures = measures.exclude(pk=matter.measure_id)
    found = [_of_case(case) for case in decided]
    found += [_of_measure(one) for one in measures.order_by("-settled_at")[:MOST_LISTED]]
    return sorted(found, key=lambda one: one.at, reverse=True)[:MOST_LISTED]


def _of_case(case: Case) -> Earlier:
    appeal = getattr(case, "appeal", None)
    is_undone = appeal is not None and appeal.state == "restored"
    what = f"{case.get_state_display()}. {PUT_BACK}" if is_undone else case.get_state_display()
    assert case.decided_at is not None  # For the type checker: only decided ones are asked for.
    return Earlier(what, case.rule, case.decided_at)


def _of_measure(measure: Measure) -> Earlier:
    days = f", {measure.days} day{'' if measure.days == 1 else 's'}" if measure.days else ""
    what = f"{measure.get_kind_display()}{days}"
    assert measure.settled_at is not None  # For the type checker: only settled ones are asked for.
    return Earlier(f"{what}. {PUT_BACK}" if measure.state == MeasureState.LIFTED else what, "", measure.settled_at)


@dataclass(frozen=True)
class Hidden:
    """Words of one's own that are out of sight, and what one has said against it."""

    cover: Cover
    appeal: Concern | None

    @property
    def came_of_it(self) -> str:
        return came_of(self.appeal) if self.appeal else ""


def with_appeals(covers: Iterable[Cover]) -> list[Hidden]:
    """One query, however many."""
    found = list(covers)
    appeals = {one.ref: one for one in Concern.objects.against([cover.public_id for cover in found])}
    return [Hidden(cover, appeals.get(cover.public_id)) for cover in found]
