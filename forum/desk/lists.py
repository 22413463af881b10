"""What the table shows: the queue, how many independent voices a case has, and what stands around a message."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from forum.concerns.models import Matter, MatterQuerySet, Measure, matters
from forum.desk.models import Appeal, Case, Report
from forum.desk.voices import Reporters
from forum.extracts.lists import around
from forum.extracts.models import Excerpt
from forum.talk.models import Attachment, EarlierWords, Message
from forum.talk.models.attachment import AttachmentQuerySet
from network.access.viewer import Viewer
from network.access.visible import by_author

LONGEST_LIST = 100
MOST_EARLIER = 50
OPEN, MINE, CLOSED = "open", "mine", "closed"
Matters = TypeVar("Matters", bound=MatterQuerySet)


@dataclass(frozen=True)
class QueueRow:
    """A case with its reports, the most urgent first. `place` is empty where the viewer has no right to the room."""

    case: Case
    reports: list[Report]
    voices: int
    place: str
    piece = "forum/desk/case/_row.html"

    @property
    def matter(self) -> Matter:
        return self.case

    @property
    def is_heavy(self) -> bool:
        return any(report.is_heavy for report in self.reports)


@dataclass(frozen=True)
class MatterRow:
    """Any other kind of matter, also of rooms above: its row stands with its noun's templates."""

    matter: Matter

    @property
    def piece(self) -> str:
        return f"forum/{self.matter._meta.app_label}/{self.matter.NOUN}/_row.html"


@dataclass(frozen=True)
class Extract:
    """The reported message with one standing message either side; of a private conversation with those that whoever
    reported it chose, as they stood. The files are those of the reported."""

    before: list[Message | Excerpt]
    message: Message
    after: list[Message | Excerpt]
    files: list[Attachment]


def queue(viewer: Viewer, show: str) -> list[QueueRow | MatterRow]:
    """All kinds, the most urgent first; of the closed ones the latest. Six queries, however many."""
    rows: list[QueueRow | MatterRow] = list(_case_rows(viewer, show))
    for kind in matters():
        if kind is not Case:
            found = _shown(kind.objects.visible_to(viewer), viewer, show).select_related("claimed_by")
            rows += [MatterRow(matter) for matter in found[:LONGEST_LIST]]
    rows.sort(key=_closed_at if show == CLOSED else _due_at, reverse=show == CLOSED)
    return rows[:LONGEST_LIST]


def _due_at(row: QueueRow | MatterRow) -> datetime:
    return row.matter.due_at


def _closed_at(row: QueueRow | MatterRow) -> datetime:
    return row.matter.decided_at or row.matter.due_at


def _case_rows(viewer: Viewer, show: str) -> list[QueueRow]:
    shown = _shown(Case.objects.visible_to(viewer), viewer, show)
    cases = list(shown.select_related("message__space", "claimed_by")[:LONGEST_LIST])
    by_case: dict[int, list[Report]] = {case.pk: [] for case in cases}
    for report in Report.objects.filter(case__in=by_case).order_by("reported_at", "pk"):
        by_case[report.case_id].append(report)
    reporters = Reporters.of([report for reports in by_case.values() for report in reports])
    return [
        QueueRow(case, _urgent_first(by_case[case.pk]), reporters.voices_in(by_case[case.pk]), place(viewer, case))
        for case in cases
    ]


def how_many_open(viewer: Viewer) -> int:
    return sum(kind.objects.visible_to(viewer).open().count() for kind in matters())


def waiting_appeals(viewer: Viewer, show: str) -> list[Appeal]:
    """Those somebody else decided and this viewer may judge, the oldest first. In the open part of the queue alone."""
    if show != OPEN:
        return []
    waiting = Appeal.objects.visible_to(viewer).open().select_related("case__message")
    return list(waiting.order_by("asked_at", "pk")[:LONGEST_LIST])


def waiting_proposals(viewer: Viewer, show: str) -> list[Measure]:
    """What waits for a second person, the oldest first. In the open part of the queue alone."""
    if show != OPEN:
        return []
    waiting = Measure.objects.visible_to(viewer).proposed().select_related("person", "proposed_by")
    return list(waiting.order_by("proposed_at", "pk")[:LONGEST_LIST])


def _shown(matters: Matters, viewer: Viewer, show: str) -> Matters:
    if show == CLOSED:
        return matters.exclude(state=OPEN).order_by("-decided_at", "-pk")
    if show == MINE:
        matters = matters.filter(claimed_by_id=viewer.person_id)
    return matters.open().order_by("due_at", "pk")


def place(viewer: Viewer, case: Case) -> str:
    """The room's name, for those whose room it is: to the others the extract alone is open."""
    space = case.message.space
    return space.name if space.audience in viewer.audiences else ""


def reports_of(viewer: Viewer, case: Case) -> list[Report]:
    """All reports of the case, the most urgent first."""
    return _urgent_first(list(Report.objects.visible_to(viewer).filter(case=case).order_by("reported_at", "pk")))


def voices_of(reports: list[Report]) -> int:
    """How many independent voices: people of one organisation count once, and so do all in their first week (features,
    MO-04)."""
    return Reporters.of(reports).voices_in(reports)


def earlier_of(case: Case) -> list[EarlierWords]:
    """What the message said before, the latest first, while the case is open. The right to the case is the right to it;
    what an author edits after the decision is theirs alone again."""
    return list(case.message.earlier_words.latest_first()[:MOST_EARLIER]) if case.is_open else []


def _urgent_first(reports: list[Report]) -> list[Report]:
    def due(report: Report) -> datetime:
        return report.due_at

    return sorted(reports, key=due)


def extract_of(viewer: Viewer, message: Message) -> Extract:
    """What a moderator may read, whether or not the room is theirs."""
    if message.space.is_direct:
        beside = list(Excerpt.objects.visible_to(viewer).beside(message))
    else:
        beside = around(Message.objects.standing().filter(by_author(viewer)), message, 1)
    before = [one for one in beside if one.number < message.number]
    return Extract(before, message, beside[len(before) :], files=list(files_of(message)))


def files_of(message: Message) -> AttachmentQuerySet:
    """The right to a case is the right to the files of its message, hidden or not. What its author deletes is gone."""
    return Attachment.objects.filter(message=message).for_display()
