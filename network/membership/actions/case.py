"""What can happen to any case at the desk: a question, its reply, a refusal."""

from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from network.access.viewer import Viewer
from network.access.visible import require
from network.membership.models import Case, RequestState
from network.membership.notices import ASKED, DECLINED
from network.membership.rules import can_decide
from network.notices.actions.tell import tell
from network.people.models import User
from network.records.actions.log import record_staff_action

Kind = TypeVar("Kind", bound=Case)


class AlreadyDecided(Exception):
    """Somebody else at the desk was first."""


def take(case: Kind) -> Kind:
    """The open case, its row held until the transaction ends. Raises AlreadyDecided."""
    fresh: Kind | None = type(case).objects.select_for_update().waiting().filter(pk=case.pk).first()
    if fresh is None:
        raise AlreadyDecided
    return fresh


def the_person(by: Viewer) -> User:
    """Who decides, as the role they grant names them."""
    require(by.person_id is not None)
    return User.objects.get(pk=by.person_id or 0)


def decline(*, by: Viewer, case: Case, reason: str) -> None:
    """Say no, with a reason that its person reads when signed in; it is never mailed. Raises AlreadyDecided."""
    require(can_decide(by, case))
    with transaction.atomic():
        taken = take(case)
        taken.state, taken.decided_at, taken.decision_reason = RequestState.DECLINED, timezone.now(), reason
        taken.save(update_fields=["state", "decided_at", "decision_reason"])
        tell(person=taken.person, kind=DECLINED, ref="", key=f"membership.declined:{case.way}:{taken.key}")
        record_staff_action(by=by, verb="declined", about_id=taken.person_id, reason=reason)


def ask_about(*, by: Viewer, case: Case, question: str) -> None:
    """Ask its person something. They read it and answer signed in; the mail only says that there is a question."""
    require(can_decide(by, case))
    with transaction.atomic():
        taken = take(case)
        taken.state, taken.question, taken.reply = RequestState.ASKED, question, ""
        taken.save(update_fields=["state", "question", "reply"])
        log = record_staff_action(by=by, verb="asked", about_id=taken.person_id, reason=question)
        tell(person=taken.person, kind=ASKED, ref="", key=f"membership.asked:{log.pk}")


def reply(*, by: Viewer, case: Case, words: str) -> None:
    """Answer the desk's question. The case waits again."""
    require(case.person_id == by.person_id and case.state == RequestState.ASKED)
    type(case).objects.filter(pk=case.pk, state=RequestState.ASKED).update(reply=words, state=RequestState.WAITING)
