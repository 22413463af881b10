"""What a moderator decides, and what follows from it."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from forum.concerns.actions.matter import AlreadyTaken
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Measure, MeasureKind
from forum.concerns.rulebook import number_of
from forum.concerns.rules import CONFLICT, can_decide
from forum.desk.hiding import hide, restore
from forum.desk.models import Case, CaseState
from forum.desk.notices import DECIDED, HIDDEN, PAUSED, RESTORED
from forum.sealed.actions.pause import pause_pen_of
from forum.sealed.rules import OWN, is_behind
from forum.spaces.actions.pause import pause_person
from forum.spaces.models import Pause
from forum.talk.models.message import REASON_LENGTH
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell
from network.records.actions.log import from_to, record_staff_action


@dataclass(frozen=True)
class Decision:
    """What becomes of the message, and for how long its author reads and does not write, or is kept out of the space.
    `nudges`: the message stands, and the words go to the author all the same. `rule` is the house rule it quotes."""

    hides: bool
    pause: timedelta | None = None
    bar_days: int = 0
    nudges: bool = False
    rule: str = ""

    @property
    def state(self) -> CaseState:
        if not self.hides:
            return CaseState.NUDGED if self.nudges else CaseState.KEPT
        if self.bar_days:
            return CaseState.BARRED
        return CaseState.PAUSED if self.pause else CaseState.HIDDEN


KEEP, NUDGE, REMIND = Decision(hides=False), Decision(hides=False, nudges=True), Decision(hides=True)
BAR_MONTH = Decision(hides=True, bar_days=30)
PAUSE_DAY, PAUSE_WEEK = Decision(hides=True, pause=timedelta(days=1)), Decision(hides=True, pause=timedelta(days=7))


def decide_case(*, by: Viewer, case: Case, decision: Decision, reason: str, words: str = "") -> Case:
    """Decide, with a reason for the log, and with words for the author where the message is hidden.

    Raises Refused, or AlreadyTaken when another moderator has it. The author learns what and why, those who reported
    that it was looked at; neither learns of the other.
    """
    require(can_decide(by, case), CONFLICT)
    require(not is_behind(by, case.message), OWN)
    noted = f"{number_of(decision.rule)}{reason}"[:REASON_LENGTH]
    with transaction.atomic():
        held = Case.objects.select_for_update().open().free_for(by).filter(pk=case.pk).first()
        # Looked at anew under the lock: it may have been passed to the lead meanwhile.
        if held is None or not can_decide(by, held):
            raise AlreadyTaken
        was = "hidden" if case.message.hidden_at else "shown"
        noting = {"reason": noted, "change": from_to(was, "hidden" if decision.hides else "shown")}
        record_staff_action(by=by, verb=f"case_{decision.state}", about_id=case.message.author_id, **noting)
        # What becomes of the message comes first: a decision about it, once written, stands for good.
        pause = _hide(by, case, decision, words) if decision.hides else None
        if not decision.hides:
            _put_back(case)
        facts = {"state": decision.state, "decided_at": timezone.now(), "decision_reason": reason}
        facts |= {"rule": decision.rule, "pause": pause, "measure": _measure(by, case, decision, words, reason)}
        Case.objects.filter(pk=case.pk).update(decided_by_id=by.person_id, **facts)
        _tell_reporters(case)
    case.refresh_from_db()
    return case


def _hide(by: Viewer, case: Case, decision: Decision, words: str) -> Pause | None:
    message, author = case.message, case.message.author
    if hide(message, words) and author is not None and not decision.pause and not decision.bar_days:
        tell(person=author, kind=HIDDEN, ref=message.public_id, key=f"desk.hidden:{case.pk}")
    if decision.pause:
        pause_pen_of(by=by, message=message, span=decision.pause, reason=words)
    if author is None or not decision.pause:
        return None
    tell(person=author, kind=PAUSED, ref=message.public_id, key=f"desk.paused:{case.pk}")
    return pause_person(by=by, person=author, span=decision.pause, reason=words)


def _measure(by: Viewer, case: Case, decision: Decision, words: str, reason: str) -> Measure | None:
    """A word to the author, or their time outside the space."""
    if case.message.author is None or not (decision.nudges or decision.bar_days):
        return None
    facts = {"person": case.message.author, "words": words, "reason": reason, "matter": case.public_id}
    if decision.nudges:
        measure = Measure(kind=MeasureKind.NUDGE, **facts)
    else:
        measure = Measure(kind=MeasureKind.BAR, scope=case.message.space.public_id, days=decision.bar_days, **facts)
    return take_measure(by=by, measure=measure)


def _put_back(case: Case) -> None:
    """In its place, where it was hidden until somebody had looked."""
    message, author = case.message, case.message.author
    if restore(message) and author is not None:
        tell(person=author, kind=RESTORED, ref=message.public_id, key=f"desk.restored:{case.pk}")


def _tell_reporters(case: Case) -> None:
    for report in case.reports.select_related("reporter"):
        if report.reporter is not None:
            tell(person=report.reporter, kind=DECIDED, ref=report.public_id, key=f"desk.decided:{report.pk}")
