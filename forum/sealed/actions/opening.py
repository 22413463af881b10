"""Opening a seal: one asks with a reason, another confirms, and each of the two looks once."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from forum.sealed.models import Opening, OpeningReason, OpeningState, Seal
from forum.sealed.notices import ASKED, OPENED
from forum.sealed.rules import can_decide_opening, can_keep_pens, can_look, can_withdraw_opening, is_still_asked
from forum.sealed.secrets import read_seal
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell
from network.people.models import Role, RoleKind, User
from network.records.actions.log import record_staff_action

# How long an author may be left untold: then a reason is given anew by opening again, or she is told.
UNTOLD_AT_MOST = timedelta(days=90)
SEEN = "The name is shown once to each of the two who opened the seal, and not again."


class AlreadyAsked(Exception):
    """Somebody has asked for this seal, and nobody has answered yet."""


class AlreadyDecided(Exception):
    """A second person has confirmed or refused it."""


class AlreadySeen(Exception):
    """This person has looked once, and nobody looks twice."""


def ask_for_opening(*, by: Viewer, seal: Seal, reason: str, words: str, untold_because: str = "") -> Opening:
    """Ask for a seal to be opened. Nothing is opened by it, and those who may confirm are told.

    Raises Refused or AlreadyAsked.
    """
    require(can_keep_pens(by))
    facts = {"reason": OpeningReason(reason), "words": words, "untold_because": untold_because}
    try:
        with transaction.atomic():
            _refuse_forsaken(seal)
            opening = Opening.objects.create(
                seal=seal, asked_by_id=by.person_id, is_asked_by_owner=by.has(RoleKind.OWNER), **facts
            )
            _log(by, "asked_for_opening", opening)
            _tell_second_persons(by, opening)
    except IntegrityError as error:
        raise AlreadyAsked("Somebody has asked for this already. It waits for a second person.") from error
    return opening


def open_seal(*, by: Viewer, opening: Opening) -> Opening:
    """Confirm it, as the second person. The author is told in the same transaction, unless the law forbids it.

    Raises Refused, or AlreadyDecided where another second person was first.
    """
    require(can_decide_opening(by, opening))
    with transaction.atomic():
        _decide(by, opening, OpeningState.OPENED)
        _log(by, "opened_seal", opening)
        if not opening.untold_because:
            tell_author(opening)
    opening.refresh_from_db()
    return opening


def refuse_opening(*, by: Viewer, opening: Opening) -> Opening:
    """The seal stays closed. Raises Refused or AlreadyDecided."""
    require(can_decide_opening(by, opening))
    with transaction.atomic():
        _decide(by, opening, OpeningState.REFUSED)
        _log(by, "refused_opening", opening)
    opening.refresh_from_db()
    return opening


def withdraw_opening(*, by: Viewer, opening: Opening) -> Opening:
    """Ask no longer: the seal stays closed, and whoever has better words may ask anew. Raises Refused or
    AlreadyDecided."""
    require(can_withdraw_opening(by, opening))
    with transaction.atomic():
        _decide(by, opening, OpeningState.REFUSED)
        _log(by, "withdrew_opening", opening)
    opening.refresh_from_db()
    return opening


def look_once(*, by: Viewer, opening: Opening) -> User | None:
    """Who it is, told to each of the two a single time; None where the account is gone. Each look is a line in the log.

    Raises Refused, AlreadySeen, or CannotOpen where no key reads the seal.
    """
    column = "asker_looked_at" if by.person_id == opening.asked_by_id else "decider_looked_at"
    require(can_look(by, opening), SEEN)
    with transaction.atomic():
        if not _is_first_look(opening, column):
            raise AlreadySeen(SEEN)
        _log(by, "saw_sealed_name", opening)
        # Inside: a look that shows nothing is none.
        person_id = read_seal(opening.seal.ciphertext, opening.seal.thread_id)
    return User.objects.filter(pk=person_id).first()


def tell_author(opening: Opening) -> None:
    """Note that they may know, and tell them. Told twice, they are told once."""
    person = User.objects.filter(pk=read_seal(opening.seal.ciphertext, opening.seal.thread_id)).first()
    if Opening.objects.filter(pk=opening.pk, told_at=None).update(told_at=timezone.now()) and person is not None:
        tell(person=person, kind=OPENED, ref=opening.public_id, key=f"sealed.opened:{opening.pk}")


def _is_first_look(opening: Opening, column: str) -> bool:
    """One statement: of several tabs at once one has it."""
    return bool(Opening.objects.filter(pk=opening.pk, **{column: None}).update(**{column: timezone.now()}))


def _decide(by: Viewer, opening: Opening, state: OpeningState) -> None:
    """One statement: of two second persons at once, one is the second."""
    facts = {"state": state, "decided_by_id": by.person_id, "decided_at": timezone.now()}
    if not Opening.objects.filter(pk=opening.pk, state=OpeningState.ASKED).update(**facts):
        raise AlreadyDecided("This has been answered already.")


def _refuse_forsaken(seal: Seal) -> None:
    """Whose asker is gone, or holds no office, nobody may confirm or refuse, and it would stand in the way of every
    other for good."""
    waiting = Opening.objects.filter(seal=seal, state=OpeningState.ASKED).select_related("asked_by")
    forsaken = [opening.pk for opening in waiting if not is_still_asked(opening)]
    Opening.objects.filter(pk__in=forsaken, state=OpeningState.ASKED).update(state=OpeningState.REFUSED)


def _tell_second_persons(by: Viewer, opening: Opening) -> None:
    """All who could confirm it, whoever holds the pen: the one left out would be known."""
    kinds = [RoleKind.OWNER, RoleKind.MODERATOR] if opening.is_asked_by_owner else [RoleKind.OWNER]
    theirs = Role.objects.current().filter(kind__in=kinds).exclude(person_id=by.person_id).values("person_id")
    for person in User.objects.filter(pk__in=theirs, is_active=True):
        tell(person=person, kind=ASKED, ref=opening.public_id, key=f"sealed.asked:{opening.pk}")


def _log(by: Viewer, verb: str, opening: Opening) -> None:
    """The line names the opening, never the person: the log must not say what the seal keeps."""
    reason = f"{opening.public_id} {OpeningReason(opening.reason).label}: {opening.words}"[:500]
    record_staff_action(by=by, verb=verb, about_id=None, reason=reason)
