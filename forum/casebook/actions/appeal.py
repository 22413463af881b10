"""Asking for a second look at a decision, and giving it."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.casebook.actions.lifting import lift_measure
from forum.casebook.actions.second_look import AlreadyAppealed, NobodyElse, judges_of
from forum.concerns.actions.matter import AlreadyTaken
from forum.desk.hiding import restore
from forum.desk.models import Appeal, AppealState, Case
from forum.desk.notices import APPEAL, APPEALED, OVERTURNED
from forum.desk.rules import can_appeal, can_judge, can_judge_appeal
from forum.spaces.actions.pause import lift_pause
from forum.talk.models import Message
from network.access.viewer import Viewer, viewer_of
from network.access.visible import require
from network.notices.actions.tell import tell
from network.people.models import RoleKind
from network.records.actions.log import from_to, record_staff_action


def appeal_against(*, by: Viewer, message: Message, words: str, key: UUID) -> Appeal:
    """Ask for a second look at the decision that hides one's message. The same key again is the same appeal.

    Raises Refused, AlreadyAppealed or NobodyElse. Where no moderator can decide it, the owners are told.
    """
    require(can_appeal(by, message))
    case = latest_decision(message)
    earlier, judges = Appeal.objects.about(message).first(), judges_of(case, can_judge)
    if earlier is None and not judges:
        raise NobodyElse
    with transaction.atomic():
        facts = {"words": words, "key": key}
        appeal, is_new = (earlier, False) if earlier else Appeal.objects.get_or_create(case=case, defaults=facts)
        if is_new and all(viewer_of(one).has(RoleKind.OWNER) for one in judges):
            for owner in judges:
                tell(person=owner, kind=APPEALED, ref=appeal.public_id, key=f"desk.appealed:{appeal.pk}")
    if appeal.key != key:
        raise AlreadyAppealed
    return appeal


def latest_decision(message: Message) -> Case:
    """What an appeal about a hidden message is against."""
    return Case.objects.hiding(message).latest("decided_at", "pk")


def judge_appeal(*, by: Viewer, appeal: Appeal, restores: bool, reason: str) -> Appeal:
    """Keep the message hidden, or put it back and lift the pause, with a reason for the log. Its author is told that
    somebody looked; where it stands again, those who reported are too.

    Raises Refused, NothingToEnd, or AlreadyTaken where somebody else has decided.
    """
    require(can_judge_appeal(by, appeal))
    state = AppealState.RESTORED if restores else AppealState.UPHELD
    message = appeal.case.message
    facts = {"state": state, "decided_by_id": by.person_id, "decided_at": timezone.now(), "reason": reason}
    noting = {"reason": reason, "change": from_to("hidden", "shown" if restores else "hidden")}
    with transaction.atomic():
        undone = list(Case.objects.hiding(message).select_related("pause", "measure__person"))
        if not Appeal.objects.open().filter(pk=appeal.pk).update(**facts):
            raise AlreadyTaken
        record_staff_action(by=by, verb=f"appeal_{state}", about_id=message.author_id, **noting)
        # The outcome comes first: it takes the decision out of the way of putting the message back.
        if restores:
            _undo(by, appeal, undone)
        if message.author is not None:
            tell(person=message.author, kind=APPEAL, ref=message.public_id, key=f"desk.appeal:{appeal.pk}")
    appeal.refresh_from_db()
    return appeal


def _undo(by: Viewer, appeal: Appeal, undone: list[Case]) -> None:
    """The message stands again, its author reads and writes there again, and those who reported are told."""
    restore(appeal.case.message)
    for case in undone:
        if case.pause is not None:
            lift_pause(by=by, pause=case.pause, is_overturned=True)
        if case.measure is not None:
            lift_measure(by=by, measure=case.measure)
        for report in case.reports.select_related("reporter"):
            if report.reporter is not None:
                key = f"desk.overturned:{appeal.pk}"
                tell(person=report.reporter, kind=OVERTURNED, ref=report.public_id, key=key)
