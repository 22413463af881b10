"""Saying something against what was done about oneself, and looking at it again."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.casebook.actions.lifting import is_lifted, lift_measure
from forum.casebook.actions.second_look import AlreadyAppealed, call_judges
from forum.casebook.models import Objection, ObjectionState
from forum.casebook.models.objection import due_after
from forum.casebook.notices import DECIDED, LOOKED_AT
from forum.casebook.rules import can_appeal_declined, can_appeal_measure, can_judge
from forum.casebook.wording import outcome
from forum.concerns.actions.matter import AlreadyTaken
from forum.concerns.models import Measure, MeasureKind
from forum.concerns.rules import CONFLICT
from forum.talk.actions.held import HeldSettled, post_declined
from forum.talk.models import Held
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell
from network.notices.actions.write import write_to
from network.people.models import RoleKind, User
from network.people.rules import kinds_held
from network.records.actions.log import from_to, record_staff_action

TOO_LATE = "The time to appeal against this is over."


def object_to_measure(*, measure: Measure, words: str, key: UUID) -> Objection:
    """Ask for a second look at what was done about a person. The caller has made sure that it is the person who asks:
    by their being signed in, or, where their account is closed, by the letter they alone had. So nobody's `by`.

    The same key again is the same objection. Raises Refused, AlreadyAppealed or NobodyElse.
    """
    scope = measure.scope if measure.kind == MeasureKind.BAR else ""
    # The account of an owner is another owner's to open.
    is_owners = measure.kind == MeasureKind.SUSPENSION and RoleKind.OWNER in kinds_held(measure.person)
    facts = {"person": measure.person, "scope": scope, "is_for_lead": is_owners}
    with transaction.atomic():
        held = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
        may = can_appeal_measure(held)
        return _open(may, Objection.objects.filter(measure=measure), words, key, measure=measure, **facts)


def object_to_declining(*, by: Viewer, held: Held, words: str, key: UUID) -> Objection:
    """Ask for a second look at one's message that was declined.

    The same key again is the same objection. Raises Refused, AlreadyAppealed or NobodyElse.
    """
    require(by.person_id is not None and held.author_id == by.person_id)
    facts = {"person": held.author, "scope": held.space.public_id, "decider_id": held.declined_by_id}
    with transaction.atomic():
        found = Held.objects.select_for_update(of=("self",)).get(pk=held.pk)
        may = can_appeal_declined(found)
        return _open(may, Objection.objects.filter(held=held), words, key, held=held, **facts)


def _open(may: bool, earlier: Any, words: str, key: UUID, **facts: Any) -> Objection:
    """Under the row of what it is against: of two at once one is written."""
    objection = earlier.first()
    if objection is None:
        require(may, TOO_LATE)
        now = timezone.now()
        said = {"opened_at": now, "due_at": due_after(now), "words": words, "key": key}
        objection = Objection.objects.create(**said, **facts)
        call_judges(objection, can_judge)
    if objection.key != key:
        raise AlreadyAppealed
    return objection


def judge_objection(*, by: Viewer, objection: Objection, overturns: bool, reason: str) -> Objection:
    """Let the decision stand, or undo it at once, with a reason for the log. Whom it is about and whoever decided are
    told that somebody else has looked. Where an appeal about a message has ended it meanwhile, it is undone, whatever
    is said now.

    Raises Refused, NothingToEnd, AlreadyTaken where another moderator has it, or talk's where a space is frozen.
    """
    require(can_judge(by, objection), CONFLICT)
    with transaction.atomic():
        rows = Objection.objects.select_for_update(of=("self",)).select_related(
            "measure__person", "held__space", "person"
        )
        found = rows.open().free_for(by).filter(pk=objection.pk).first()
        # Looked at anew under the lock: it may have been passed to the lead meanwhile.
        if found is None or not can_judge(by, found):
            raise AlreadyTaken
        overturns = overturns or (found.measure is not None and is_lifted(found.measure))
        found.state = ObjectionState.OVERTURNED if overturns else ObjectionState.UPHELD
        found.decided_by_id, found.decided_at, found.decision_reason = by.person_id, timezone.now(), reason
        found.save(update_fields=["state", "decided_by", "decided_at", "decision_reason"])
        noting = {"reason": reason, "change": from_to("open", found.state)}
        record_staff_action(by=by, verb=f"{found.in_log}_{found.state}", about_id=found.person_id, **noting)
        if overturns:
            _undo(by, found)
        _tell(found)
    return found


def _undo(by: Viewer, objection: Objection) -> None:
    if objection.measure is not None:
        lift_measure(by=by, measure=objection.measure)
    if objection.held is not None:
        try:
            post_declined(held=objection.held)
        except HeldSettled:
            # Its author had it back in another way: there is nothing left to post.
            return


def _tell(objection: Objection) -> None:
    person, measure = objection.person, objection.measure
    if measure is not None and measure.kind == MeasureKind.SUSPENSION:
        key = f"{DECIDED.name}:{objection.pk}:letter"
        write_to(address=person.email, key=key, **outcome(objection))
    else:
        tell(person=person, kind=DECIDED, ref=objection.public_id, key=f"{DECIDED.name}:{objection.pk}")
    deciders = {objection.decider_id, *((measure.proposed_by_id, measure.seconded_by_id) if measure else ())}
    for one in User.objects.filter(pk__in=deciders - {None}, is_active=True):
        tell(person=one, kind=LOOKED_AT, ref=objection.public_id, key=f"{LOOKED_AT.name}:{objection.pk}")
