"""Opening a seal: one asks with a reason, another confirms, and each of the two looks once."""

from django.db import transaction
from django.utils import timezone

from forum.sealed.models import Opening, OpeningReason, Seal
from forum.sealed.notices import ASKED, OPENED
from forum.sealed.rules import can_decide_opening, can_keep_pens, can_look, is_still_asked
from forum.sealed.secrets import read_seal
from forum.spaces.actions.takes_two import asked_once, decide, log_request, note_told, refuse_forsaken, turn_down
from forum.spaces.models.takes_two import TakesTwoState
from forum.spaces.rules import can_withdraw
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell
from network.people.models import Role, RoleKind, User

SEEN = "The name is shown once to each of the two who opened the seal, and not again."


class AlreadySeen(Exception):
    """This person has looked once, and nobody looks twice."""


def ask_for_opening(*, by: Viewer, seal: Seal, reason: str, words: str, untold_because: str = "") -> Opening:
    """Ask for a seal to be opened. Nothing is opened by it, and those who may confirm are told.

    Raises Refused or AlreadyAsked.
    """
    require(can_keep_pens(by))
    facts = {"reason": OpeningReason(reason), "words": words, "untold_because": untold_because}
    with asked_once():
        refuse_forsaken(Opening.objects.filter(seal=seal), is_still_asked)
        opening = Opening.objects.create(
            seal=seal, asked_by_id=by.person_id, is_asked_by_owner=by.has(RoleKind.OWNER), **facts
        )
        log_request(by, "asked_for_opening", opening)
        _tell_second_persons(by, opening)
    return opening


def open_seal(*, by: Viewer, opening: Opening) -> Opening:
    """Confirm it, as the second person. The author is told in the same transaction, unless the law forbids it.

    Raises Refused, or AlreadyDecided where another second person was first.
    """
    require(can_decide_opening(by, opening))
    with transaction.atomic():
        decide(by, opening, TakesTwoState.OPENED)
        log_request(by, "opened_seal", opening)
        if not opening.untold_because:
            tell_author(opening)
    opening.refresh_from_db()
    return opening


def refuse_opening(*, by: Viewer, opening: Opening) -> Opening:
    """The seal stays closed. Raises Refused or AlreadyDecided."""
    require(can_decide_opening(by, opening))
    return turn_down(by, opening, "refused_opening")


def withdraw_opening(*, by: Viewer, opening: Opening) -> Opening:
    """Ask no longer: the seal stays closed, and whoever has better words may ask anew. Raises Refused or
    AlreadyDecided."""
    require(can_withdraw(by, opening))
    return turn_down(by, opening, "withdrew_opening")


def look_once(*, by: Viewer, opening: Opening) -> User | None:
    """Who it is, told to each of the two a single time; None where the account is gone. Each look is a line in the log.

    Raises Refused, AlreadySeen, or CannotOpen where no key reads the seal.
    """
    column = "asker_looked_at" if by.person_id == opening.asked_by_id else "decider_looked_at"
    require(can_look(by, opening), SEEN)
    with transaction.atomic():
        if not _is_first_look(opening, column):
            raise AlreadySeen(SEEN)
        log_request(by, "saw_sealed_name", opening)
        # Inside: a look that shows nothing is none.
        person_id = read_seal(opening.seal.ciphertext, opening.seal.thread_id)
    return User.objects.filter(pk=person_id).first()


def tell_author(opening: Opening) -> None:
    """Note that they may know, and tell them. Told twice, they are told once."""
    person = User.objects.filter(pk=read_seal(opening.seal.ciphertext, opening.seal.thread_id)).first()
    if note_told(opening) and person is not None:
        tell(person=person, kind=OPENED, ref=opening.public_id, key=f"sealed.opened:{opening.pk}")


def _is_first_look(opening: Opening, column: str) -> bool:
    """One statement: of several tabs at once one has it."""
    return bool(Opening.objects.filter(pk=opening.pk, **{column: None}).update(**{column: timezone.now()}))


def _tell_second_persons(by: Viewer, opening: Opening) -> None:
    """All who could confirm it, whoever holds the pen: the one left out would be known."""
    kinds = [RoleKind.OWNER, RoleKind.MODERATOR] if opening.is_asked_by_owner else [RoleKind.OWNER]
    theirs = Role.objects.current().filter(kind__in=kinds).exclude(person_id=by.person_id).values("person_id")
    for person in User.objects.filter(pk__in=theirs, is_active=True):
        tell(person=person, kind=ASKED, ref=opening.public_id, key=f"sealed.asked:{opening.pk}")
