"""Reading more of a private conversation: one asks with a reason, another confirms, and those in it are told."""

from dataclasses import asdict, dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from forum.concerns.models import Matter, matters
from forum.direct.participants import roles_in
from forum.extracts.lists import wider
from forum.extracts.models import Widening, WideningReason, WideningState
from forum.extracts.notices import ASKED, OPENED
from forum.extracts.rules import (
    can_answer_widening,
    can_ask_widening,
    can_read_widening,
    can_withdraw_widening,
    is_still_asked,
)
from forum.talk.models import Message
from network.access.viewer import Viewer, viewer_of
from network.access.visible import require
from network.notices.actions.tell import tell
from network.people.models import Role, RoleKind, User
from network.records.actions.log import record_staff_action

# How long the two read, and how long those in the conversation may be left untold.
OPEN_FOR = timedelta(days=3)
UNTOLD_AT_MOST = timedelta(days=90)
ANSWERED = "This has been answered already."


class AlreadyAsked(Exception):
    """Somebody has asked for this conversation, and nobody has answered yet."""


class AlreadyDecided(Exception):
    """A second person has confirmed or refused it."""


@dataclass(frozen=True)
class Why:
    """A reason of the list and in words; and why those in the conversation must not be told yet, if they must not."""

    reason: str
    words: str
    untold_because: str = ""


def ask_widening(*, by: Viewer, matter: Matter, about: Message, why: Why) -> Widening:
    """Ask to read more around a reported message. Nothing is opened by it, and those who may confirm are told.

    Raises Refused or AlreadyAsked.
    """
    require(can_ask_widening(by, matter, about))
    try:
        with transaction.atomic():
            _refuse_forsaken(matter)
            widening = Widening.objects.create(
                matter=matter.public_id,
                about=about,
                asked_by_id=by.person_id,
                is_asked_by_owner=by.has(RoleKind.OWNER),
                **asdict(why),
            )
            _log(by, "asked_to_read_more", widening)
            _tell_second_persons(widening)
    except IntegrityError as error:
        raise AlreadyAsked("Somebody has asked for this already. It waits for a second person.") from error
    return widening


def open_widening(*, by: Viewer, widening: Widening) -> Widening:
    """Confirm it, as the second person. Those in the conversation are told in the same transaction, unless it says why
    not. Raises Refused, or AlreadyDecided where another second person was first."""
    require(can_answer_widening(by, widening))
    with transaction.atomic():
        _require_under_lock(by, widening)
        _decide(by, widening, WideningState.OPENED)
        _log(by, "opened_conversation", widening)
        if not widening.untold_because:
            tell_participants(widening)
    widening.refresh_from_db()
    return widening


def refuse_widening(*, by: Viewer, widening: Widening) -> Widening:
    """It stays closed. Raises Refused or AlreadyDecided."""
    require(can_answer_widening(by, widening))
    with transaction.atomic():
        _decide(by, widening, WideningState.REFUSED)
        _log(by, "refused_to_open_conversation", widening)
    widening.refresh_from_db()
    return widening


def withdraw_widening(*, by: Viewer, widening: Widening) -> Widening:
    """Ask no longer. Raises Refused or AlreadyDecided."""
    require(can_withdraw_widening(by, widening))
    with transaction.atomic():
        _decide(by, widening, WideningState.REFUSED)
        _log(by, "withdrew_asking_to_read_more", widening)
    widening.refresh_from_db()
    return widening


def read_widening(*, by: Viewer, widening: Widening) -> list[Message]:
    """What stands around the reported message, for the two, until it ends. Each look is a line in the log.

    Raises Refused.
    """
    require(can_read_widening(by, widening), "This is read by the two who opened it, until it ends.")
    with transaction.atomic():
        _log(by, "read_conversation", widening)
        return wider(by, widening.about)


def tell_participants(widening: Widening) -> None:
    """Note that those in the conversation may know, and tell them, whoever reported it alike. Told twice, they are
    told once."""
    if not Widening.objects.filter(pk=widening.pk, told_at=None).update(told_at=timezone.now()):
        return
    theirs = roles_in([widening.about.space.public_id]).values("person_id")
    for person in User.objects.filter(pk__in=theirs, is_active=True).order_by("pk"):
        tell(person=person, kind=OPENED, ref=widening.public_id, key=f"extracts.opened:{widening.pk}")


def _require_under_lock(by: Viewer, widening: Widening) -> None:
    """Asked anew under the matter's row: it may have been decided meanwhile, and whoever asked have left."""
    for kind in matters():
        kind.objects.select_for_update(of=("self",)).filter(public_id=widening.matter).first()
    held = Widening.objects.select_related("about__space", "asked_by").get(pk=widening.pk)
    if held.state != WideningState.ASKED:
        raise AlreadyDecided(ANSWERED)
    require(can_answer_widening(by, held))


def _decide(by: Viewer, widening: Widening, state: WideningState) -> None:
    """One statement: of two second persons at once, one is the second."""
    now = timezone.now()
    facts = {"state": state, "decided_by_id": by.person_id, "decided_at": now}
    if state == WideningState.OPENED:
        facts["ends_at"] = now + OPEN_FOR
    if not Widening.objects.filter(pk=widening.pk, state=WideningState.ASKED).update(**facts):
        raise AlreadyDecided(ANSWERED)


def _refuse_forsaken(matter: Matter) -> None:
    """Whose asker is gone or may ask no longer nobody may confirm: it would stand in the way of every other for
    good."""
    waiting = Widening.objects.filter(matter=matter.public_id, state=WideningState.ASKED)
    for one in waiting.select_related("about__space", "asked_by"):
        if not is_still_asked(one):
            waiting.filter(pk=one.pk).update(state=WideningState.REFUSED)


def _tell_second_persons(widening: Widening) -> None:
    holders = Role.objects.current().filter(kind__in=(RoleKind.OWNER, RoleKind.MODERATOR)).values("person_id")
    for person in User.objects.filter(pk__in=holders, is_active=True).order_by("pk"):
        if can_answer_widening(viewer_of(person), widening):
            tell(person=person, kind=ASKED, ref=widening.public_id, key=f"extracts.asked:{widening.pk}")


def _log(by: Viewer, verb: str, widening: Widening) -> None:
    reason = f"{widening.public_id} {WideningReason(widening.reason).label}: {widening.words}"[:500]
    record_staff_action(by=by, verb=verb, about_id=widening.about.author_id, reason=reason)
