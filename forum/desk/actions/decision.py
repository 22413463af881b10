"""What a moderator decides, and what follows from it."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from forum.desk.actions.case import AlreadyTaken
from forum.desk.models import Case, CaseState
from forum.desk.notices import DECIDED, HIDDEN, PAUSED
from forum.desk.rules import can_decide
from forum.spaces.actions.pause import pause_person
from forum.talk.actions.message import store_change
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell
from network.records.actions.log import record_staff_action


@dataclass(frozen=True)
class Decision:
    """What becomes of the message, and for how long its author reads and does not write."""

    hides: bool
    pause: timedelta | None = None

    @property
    def state(self) -> CaseState:
        if not self.hides:
            return CaseState.KEPT
        return CaseState.PAUSED if self.pause else CaseState.HIDDEN


KEEP, REMIND = Decision(hides=False), Decision(hides=True)
PAUSE_DAY, PAUSE_WEEK = Decision(hides=True, pause=timedelta(days=1)), Decision(hides=True, pause=timedelta(days=7))


def decide_case(*, by: Viewer, case: Case, decision: Decision, reason: str, words: str = "") -> Case:
    """Decide, with a reason for the log, and with words for the author where the message is hidden.

    Raises AlreadyTaken when another moderator has it. The author learns what and why, those who reported that it was
    looked at; neither learns of the other.
    """
    require(can_decide(by, case))
    with transaction.atomic():
        facts = {"state": decision.state, "decided_at": timezone.now(), "decision_reason": reason}
        if not Case.objects.open().free_for(by).filter(pk=case.pk).update(decided_by_id=by.person_id, **facts):
            raise AlreadyTaken
        record_staff_action(by=by, verb=f"case_{decision.state}", about_id=case.message.author_id, reason=reason)
        if decision.hides:
            _hide(by, case, decision, words)
        _tell_reporters(case)
    case.refresh_from_db()
    return case


def _hide(by: Viewer, case: Case, decision: Decision, words: str) -> None:
    message, author = case.message, case.message.author
    if message.is_standing:
        message.hidden_at, message.hidden_reason = timezone.now(), words
        store_change(message, ["hidden_at", "hidden_reason"])
        if author is not None and not decision.pause:
            tell(person=author, kind=HIDDEN, ref=message.public_id, key=f"desk.hidden:{case.pk}")
    if author is not None and decision.pause:
        pause_person(by=by, person=author, span=decision.pause, reason=words)
        tell(person=author, kind=PAUSED, ref=message.public_id, key=f"desk.paused:{case.pk}")


def _tell_reporters(case: Case) -> None:
    for report in case.reports.select_related("reporter"):
        if report.reporter is not None:
            tell(person=report.reporter, kind=DECIDED, ref=report.public_id, key=f"desk.decided:{report.pk}")
