"""Asking somebody to talk, thinking better of it, and answering."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.direct.conversation import begin, hold, join, thread_of
from forum.direct.jobs import pass_on
from forum.direct.models import Invitation, InvitationState
from forum.direct.notices import ACCEPTED
from forum.direct.participants import MOST_PEOPLE, conversations_of_two, present_in
from forum.direct.rules import can_answer, can_ask, why_no_asking
from forum.spaces.models import Space
from forum.talk.models import Thread
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell
from network.people.models import User

MOST_OPEN = 10
MOST_A_DAY = 20
DAY = timedelta(days=1)
# Somebody who came lately asks fewer at first (standard, M15).
NEW_FOR = timedelta(days=7)
MOST_A_DAY_WHEN_NEW = 5


class AskingTooMuch(Exception):
    """As many requests as somebody may make in a day, or have open at once."""


class ConversationFull(Exception):
    """Eight are in it."""


@dataclass(frozen=True)
class Meant:
    """Whom somebody wants to ask: in their words, and the person if they find one of that name."""

    name: str
    person: User | None


def ask_to_talk(*, by: Viewer, meant: Meant, words: str, key: UUID) -> Invitation:
    """Ask somebody to talk. It is the same act and the same answer whoever they are, and whether or not they exist.

    Asked twice, it is the same request. Raises Refused or AskingTooMuch.
    """
    require(can_ask(by), why_no_asking(by))
    with transaction.atomic():
        hold_people(by.person_id or 0)
        earlier = Invitation.objects.filter(asker_id=by.person_id, key=key).first() or _earlier(by, meant)
        if earlier:
            return earlier
        check_how_many(by)
        facts = {"name": meant.name, "person": meant.person, "words": words, "key": key}
        invitation = Invitation.objects.create(asker_id=by.person_id or 0, **facts)
        pass_on.later(invitation.pk)
    return invitation


def hold_people(*ids: int) -> None:
    """Their rows, always in the same order: what two of them do at once comes one after the other."""
    list(User.objects.select_for_update(no_key=True).only("pk").filter(pk__in=ids).order_by("pk"))


def _earlier(by: Viewer, meant: Meant) -> Invitation | None:
    """What they have asked of the same person, or of the same name where they find nobody."""
    Invitation.objects.past().filter(asker_id=by.person_id).delete()
    same = {"person": meant.person} if meant.person else {"person": None, "name__iexact": meant.name}
    return Invitation.objects.asked_by(by).filter(**same).first()


def check_how_many(by: Viewer) -> None:
    """Raises AskingTooMuch. Under the asker's row; their own requests alone are counted, whatever became of them."""
    if Invitation.objects.asked_by(by).count() >= MOST_OPEN:
        raise AskingTooMuch(f"You have {MOST_OPEN} requests open, the most there can be. Withdraw one to ask again.")
    now = timezone.now()
    is_new = User.objects.filter(pk=by.person_id or 0, joined_at__gt=now - NEW_FOR).exists()
    most = MOST_A_DAY_WHEN_NEW if is_new else MOST_A_DAY
    if Invitation.objects.filter(asker_id=by.person_id, asked_at__gt=now - DAY).count() >= most:
        raise AskingTooMuch(f"You have asked {most} people within a day. You can ask again tomorrow.")


def withdraw_invitation(*, by: Viewer, invitation: Invitation) -> None:
    """Ask no longer. What has its yes already stays as it is."""
    require(invitation.asker_id == by.person_id)
    Invitation.objects.unanswered().filter(pk=invitation.pk).update(state=InvitationState.WITHDRAWN)


def decline_invitation(*, by: Viewer, invitation: Invitation) -> None:
    """Say no. Whoever asked is not told."""
    require(can_answer(by, invitation))
    said = {"state": InvitationState.DECLINED, "answered_at": timezone.now()}
    Invitation.objects.waiting().filter(pk=invitation.pk).update(**said)


def accept_invitation(*, by: Viewer, invitation: Invitation) -> Thread:
    """Say yes: the two talk from now on, or one more joins those who do. Twice is once.

    Raises Refused where it was withdrawn meanwhile, or ConversationFull.
    """
    require(can_answer(by, invitation))
    with transaction.atomic():
        hold_people(invitation.asker_id, by.person_id or 0)
        held = Invitation.objects.select_related("asker", "space").get(pk=invitation.pk)
        require(can_answer(by, held), "This request was withdrawn.")
        if held.state == InvitationState.ACCEPTED and held.space:
            return thread_of(held.space)
        return thread_of(_bring_together(held, User.objects.get(pk=by.person_id or 0)))


def _bring_together(invitation: Invitation, person: User) -> Space:
    asker = invitation.asker
    if invitation.space:
        space = invitation.space
        _make_room(space)
    else:
        space = _of_these_two(asker, person)
        join(space, asker)
    join(space, person)
    facts = {"state": InvitationState.ACCEPTED, "answered_at": timezone.now(), "space": space}
    Invitation.objects.filter(pk=invitation.pk).update(**facts)
    tell(person=asker, kind=ACCEPTED, ref=thread_of(space).public_id, key=f"direct.accepted:{invitation.pk}")
    return space


def _of_these_two(asker: User, person: User) -> Space:
    """The conversation they have already, unless it ended while they were brought together; else a new one."""
    known = conversations_of_two(asker.pk, person.pk).filter(threads__closed_at=None).first()
    return known if known and not thread_of(hold(known)).is_closed else begin()


def _make_room(space: Space) -> None:
    """Raises Refused or ConversationFull. Under the space's lock: of two who come at once the second is counted."""
    require(not thread_of(hold(space)).is_closed, "This conversation has ended.")
    if present_in(space).count() >= MOST_PEOPLE:
        raise ConversationFull("This conversation is full: eight people are in it.")
