"""Asking the moderators to look at what is no message, and what they find."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from forum.concerns.actions.lead import call_lead
from forum.concerns.actions.matter import AlreadyTaken
from forum.concerns.models import Category, Concern, ConcernState
from forum.concerns.models.concern import EXTRACT_LENGTH, due_after
from forum.concerns.notices import ASKED, DECIDED, RECEIVED, URGENT
from forum.concerns.rules import CONFLICT, can_decide
from forum.concerns.subject import kept_of, kind_of
from forum.concerns.wording import acknowledgement, outcome
from forum.covers.actions.cover import UNTIL_SEEN, cover_parts, lift_cover, settle_pending
from forum.covers.models import Cover
from forum.covers.parts import Place, parts_of
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell
from network.notices.actions.write import write_to
from network.people.models import User
from network.records.actions.log import from_to, record_staff_action

MOST_A_MINUTE = 10
MINUTE = timedelta(minutes=1)


class ReportingTooFast(Exception):
    """More than ten concerns within a minute."""


@dataclass(frozen=True)
class Told:
    """What somebody says is wrong, and the people who see nothing of it."""

    category: str
    words: str = ""
    is_about_workplace: bool = False
    kept_from: Collection[int] = ()


def report_subject(*, by: Viewer, kind: str, ref: str, told: Told, key: UUID) -> Concern:
    """Report a thing as it stands. The same key again, or the same thing while it waits, is the same concern.

    Raises Http404 alike for a thing they may not see and for none, Refused, or ReportingTooFast.
    """
    require(by.is_member)
    mine = Concern.objects.reported_by(by)
    if earlier := mine.filter(key=key).first() or mine.open().filter(kind=kind, ref=ref).first():
        return earlier
    if mine.filter(opened_at__gt=timezone.now() - MINUTE).count() >= MOST_A_MINUTE:
        raise ReportingTooFast("You have reported 10 things in a minute. You can report again in a minute.")
    subject = kind_of(kind).find(by, ref)
    place = {"kind": kind, "ref": ref, "about_id": subject.about_id, "scope": subject.scope}
    place["parts"] = " ".join(subject.parts)
    try:
        with transaction.atomic():
            concern = _open(told, key, reporter_id=by.person_id, extract=subject.extract[:EXTRACT_LENGTH], **place)
            if told.category == Category.SAFEGUARDING:
                _hide_until_seen(concern)
            reporter = User.objects.get(pk=by.person_id or 0)
            tell(person=reporter, kind=RECEIVED, ref=concern.public_id, key=f"concerns.received:{concern.pk}")
    except IntegrityError:
        # The same form arrived twice at once, and the other one was first.
        return mine.filter(key=key).first() or mine.open().get(kind=kind, ref=ref)
    return concern


def report_place(*, place: str, told: Told, answer_to: str, key: UUID, is_mailed: bool) -> Concern:
    """What somebody says by the public form: nobody is asked who they are, so there is no `by`.

    The same key again is the same concern, kept from the same people. `is_mailed` is off where an address has had
    enough of our letters.
    """
    unsigned = Concern.objects.filter(reporter=None, key=key)
    if earlier := unsigned.first():
        return earlier
    try:
        with transaction.atomic():
            concern = _open(told, key, place=place, answer_to=answer_to)
            if answer_to and is_mailed:
                facts = {"address": answer_to, **acknowledgement(concern)}
                write_to(key=f"concerns.received:{concern.pk}", **facts)
    except IntegrityError:
        return unsigned.get()
    return concern


def _open(told: Told, key: UUID, **facts: Any) -> Concern:
    """Whom it is kept from stands before anybody is called: who is left decides whom to call."""
    now = timezone.now()
    said = {"category": told.category, "words": told.words, "is_about_workplace": told.is_about_workplace}
    due_at = due_after(now, told.category)
    concern = Concern.objects.create(opened_at=now, due_at=due_at, key=key, **said, **facts)
    if told.kept_from:
        concern.kept_from.set(told.kept_from)
    if told.category == Category.SAFEGUARDING:
        call_lead(concern, URGENT)
    return concern


def _hide_until_seen(concern: Concern) -> None:
    """One voice is enough where somebody may be at risk, and nowhere else (features, MO-03)."""
    place = place_of(concern)
    cover_parts(place=place, parts=[name for name, _ in parts_of(place)], reason=UNTIL_SEEN, by_id=None)


def place_of(concern: Concern) -> Place:
    """What can be taken out of sight by deciding it."""
    return Place(concern.kind, concern.ref, concern.public_id, concern.extract, seen=concern.parts.split())


@dataclass(frozen=True)
class Hiding:
    """Which parts are hidden, with which words for whoever wrote them. Of what is not the moderators' to hide: what
    those who keep it are asked."""

    hides: Collection[str] = ()
    words: str = ""
    asks: str = ""


NOTHING = Hiding()


class NobodyToAsk(Exception):
    """The last of those who keep it has gone meanwhile."""

    def __init__(self) -> None:
        super().__init__("Nobody can change it at the moment, so nobody was asked. Choose another decision.")


def decide_concern(*, by: Viewer, concern: Concern, acts: bool, reason: str, hiding: Hiding = NOTHING) -> Concern:
    """Say whether something was done, with what and why for the log. Whoever reported it is told the outcome. What
    waited out of sight comes back, but what is hidden now; an appeal that succeeds puts back what it is about. Those
    who keep it are told what they are asked, and neither by whom nor who reported it.

    Raises Refused, AlreadyTaken when another moderator has it, or NobodyToAsk.
    """
    require(can_decide(by, concern), CONFLICT)
    if hiding.asks and not kept_of(concern.kind, concern.ref).people:
        raise NobodyToAsk
    with transaction.atomic():
        held = Concern.objects.select_for_update().open().free_for(by).filter(pk=concern.pk).first()
        # Looked at anew under the lock: it may have been passed to the lead meanwhile.
        if held is None or not can_decide(by, held):
            raise AlreadyTaken
        held.state = ConcernState.ACTED if acts else ConcernState.KEPT
        noting = {"reason": reason, "change": from_to("open", held.state)}
        record_staff_action(by=by, verb=held.decided_as, about_id=held.about_id, **noting)
        held.decided_by_id, held.decided_at, held.decision_reason = by.person_id, timezone.now(), reason
        _show_or_hide(by, held, hiding)
        held.asked = hiding.asks
        _tell(held)
        # The address was for the answer, and the answer is written.
        held.answer_to = ""
        held.save()
    return held


def _show_or_hide(by: Viewer, concern: Concern, hiding: Hiding) -> None:
    if hiding.hides:
        cover_parts(place=place_of(concern), parts=hiding.hides, reason=hiding.words, by_id=by.person_id)
    settle_pending(matter=concern.public_id, but=hiding.hides)
    if concern.is_appeal and concern.state == ConcernState.ACTED:
        for cover in Cover.objects.standing().filter(public_id=concern.ref):
            lift_cover(cover)


def _tell(concern: Concern) -> None:
    key = f"concerns.decided:{concern.pk}"
    if concern.reporter is not None:
        tell(person=concern.reporter, kind=DECIDED, ref=concern.public_id, key=key)
    for keeper in kept_of(concern.kind, concern.ref).people if concern.asked else ():
        tell(person=keeper, kind=ASKED, ref=concern.public_id, key=f"{ASKED.name}:{concern.pk}")
    if concern.answer_to:
        facts = {"address": concern.answer_to, **outcome(concern)}
        write_to(key=key, **facts)
