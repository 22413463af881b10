"""Reading more of a private conversation: one asks with a reason, another confirms, and those in it are told."""

from dataclasses import asdict, dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from forum.concerns.models import Matter, matters
from forum.direct.participants import roles_in
from forum.extracts.lists import wider
from forum.extracts.models import Widening
from forum.extracts.notices import ASKED, OPENED
from forum.extracts.rules import can_answer_widening, can_ask_widening, can_read_widening, is_still_asked
from forum.spaces.actions.takes_two import (
    AlreadyDecided,
    asked_once,
    decide,
    log_request,
    note_told,
    refuse_forsaken,
    turn_down,
)
from forum.spaces.models.takes_two import TakesTwoState
from forum.spaces.rules import can_withdraw
from forum.talk.models import Message
from network.access.viewer import Viewer, viewer_of
from network.access.visible import require
from network.notices.actions.tell import tell
from network.people.models import Role, RoleKind, User

# How long the two read.
OPEN_FOR = timedelta(days=3)


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
    with asked_once():
        refuse_forsaken(Widening.objects.filter(matter=matter.public_id).select_related("about__space"), is_still_asked)
        widening = Widening.objects.create(
            matter=matter.public_id,
            about=about,
            asked_by_id=by.person_id,
            is_asked_by_owner=by.has(RoleKind.OWNER),
            **asdict(why),
        )
        log_request(by, "asked_to_read_more", widening)
        _tell_second_persons(widening)
    return widening


def open_widening(*, by: Viewer, widening: Widening) -> Widening:
    """Confirm it, as the second person. Those in the conversation are told in the same transaction, unless it says why
    not. Raises Refused, or AlreadyDecided where another second person was first."""
    require(can_answer_widening(by, widening))
    with transaction.atomic():
        _require_under_lock(by, widening)
        decide(by, widening, TakesTwoState.OPENED, ends_at=timezone.now() + OPEN_FOR)
        log_request(by, "opened_conversation", widening)
        if not widening.untold_because:
            tell_participants(widening)
    widening.refresh_from_db()
    return widening


def refuse_widening(*, by: Viewer, widening: Widening) -> Widening:
    """It stays closed. Raises Refused or AlreadyDecided."""
    require(can_answer_widening(by, widening))
    return turn_down(by, widening, "refused_to_open_conversation")


def withdraw_widening(*, by: Viewer, widening: Widening) -> Widening:
    """Ask no longer. Raises Refused or AlreadyDecided."""
    require(can_withdraw(by, widening))
    return turn_down(by, widening, "withdrew_asking_to_read_more")


def read_widening(*, by: Viewer, widening: Widening) -> list[Message]:
    """What stands around the reported message, for the two, until it ends. Each look is a line in the log.

    Raises Refused.
    """
    require(can_read_widening(by, widening), "This is read by the two who opened it, until it ends.")
    with transaction.atomic():
        log_request(by, "read_conversation", widening)
        return wider(by, widening.about)


def tell_participants(widening: Widening) -> None:
    """Note that those in the conversation may know, and tell them, whoever reported it alike. Told twice, they are
    told once."""
    if not note_told(widening):
        return
    theirs = roles_in([widening.about.space.public_id]).values("person_id")
    for person in User.objects.filter(pk__in=theirs, is_active=True).order_by("pk"):
        tell(person=person, kind=OPENED, ref=widening.public_id, key=f"extracts.opened:{widening.pk}")


def _require_under_lock(by: Viewer, widening: Widening) -> None:
    """Asked anew under the matter's row: it may have been decided meanwhile, and whoever asked have left."""
    for kind in matters():
        kind.objects.select_for_update(of=("self",)).filter(public_id=widening.matter).first()
    held = Widening.objects.select_related("about__space", "asked_by").get(pk=widening.pk)
    if held.state != TakesTwoState.ASKED:
        raise AlreadyDecided
    require(can_answer_widening(by, held))


def _tell_second_persons(widening: Widening) -> None:
    holders = Role.objects.current().filter(kind__in=(RoleKind.OWNER, RoleKind.MODERATOR)).values("person_id")
    for person in User.objects.filter(pk__in=holders, is_active=True).order_by("pk"):
        if can_answer_widening(viewer_of(person), widening):
            tell(person=person, kind=ASKED, ref=widening.public_id, key=f"extracts.asked:{widening.pk}")
