"""An ally: the request, and the welcome."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from network.access.viewer import Viewer
from network.access.visible import require
from network.membership.actions.agreement import agree
from network.membership.actions.case import take, the_person
from network.membership.models import AllyRequest, Pledge, RequestState
from network.membership.notices import WELCOME
from network.membership.rules import can_decide
from network.notices.actions.tell import tell
from network.people.actions.affiliation import affiliate
from network.people.actions.role import grant_role
from network.people.models import Affiliation, Organisation, RoleKind, User
from network.records.actions.log import record_staff_action


@dataclass(frozen=True)
class PledgeAnswers:
    """What an ally promises, cleaned by the forms."""

    verb: str
    action: str
    for_whom: str
    by_when: date
    how_known: str


@dataclass(frozen=True)
class AllyAnswers:
    """What an ally told us, cleaned by the forms."""

    organisation: str
    role_title: str
    why: str
    pledge: PledgeAnswers


def the_organisation(words: str) -> Organisation | None:
    """The one organisation those words name, or None for none or several."""
    found = list(Organisation.objects.standing_on(timezone.localdate()).named(words.strip())[:2])
    return found[0] if len(found) == 1 else None


def ask_to_be_ally(*, person: User, answers: AllyAnswers, key: UUID) -> AllyRequest:
    """Keep the answers until the address is proved. Nothing is granted. A declined request opens again."""
    facts = {
        "organisation_text": answers.organisation,
        "organisation": the_organisation(answers.organisation),
        "role_title": answers.role_title,
        "why": answers.why,
        "key": key,
    }
    with transaction.atomic():
        request, is_new = AllyRequest.objects.get_or_create(person=person, defaults=facts)
        if not is_new:
            anew = facts | {"state": RequestState.UNPROVED, "asked_at": timezone.now(), "question": "", "reply": ""}
            declined = AllyRequest.objects.filter(pk=request.pk, state=RequestState.DECLINED)
            is_new = bool(declined.update(**anew))
            request.refresh_from_db()
        if is_new:
            Pledge.objects.create(person=person, **asdict(answers.pledge))
            agree(person=person)
    return request


def admit_ally(*, by: Viewer, request: AllyRequest, organisation: Organisation | None = None) -> AllyRequest:
    """Welcome an ally: the role begins now. `organisation` is what the desk made of a name nobody knows.

    Raises AlreadyDecided.
    """
    require(can_decide(by, request))
    with transaction.atomic():
        taken = take(request)
        taken.state, taken.decided_at = RequestState.ADMITTED, timezone.now()
        taken.save(update_fields=["state", "decided_at"])
        employer = taken.organisation or organisation or elsewhere(taken.organisation_text)
        employ(person=taken.person, organisation=employer, role_title=taken.role_title)
        grant_role(person=taken.person, kind=RoleKind.ALLY, by=the_person(by))
        tell(person=taken.person, kind=WELCOME, ref="", key=f"membership.welcome:ally:{taken.key}")
        record_staff_action(by=by, verb="admitted_ally", about_id=taken.person_id)
    return taken


def elsewhere(name: str) -> Organisation:
    """An organisation that is no authority, as it was written: colleagues who write the same name are colleagues."""
    return Organisation.objects.named(name).first() or Organisation.objects.create(name=name)


def employ(*, person: User, organisation: Organisation, role_title: str = "") -> None:
    """Note where they work, once. Nobody joins without: the shields of colleagues, and one's own, hang on it."""
    if not Affiliation.objects.filter(person=person, organisation=organisation).current().exists():
        affiliate(person=person, organisation=organisation, role_title=role_title)
