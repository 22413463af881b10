"""From the last question of joining to the welcome."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from network.access.viewer import Viewer
from network.access.visible import require
from network.membership.models import Agreement, AllyRequest, Claim, HouseRules, Pledge, RequestState, RosterEntry
from network.membership.models.rules import AgreementKind
from network.membership.notices import DECLINED, WELCOME
from network.membership.rules import can_welcome
from network.notices.actions.tell import tell
from network.people.actions.affiliation import affiliate
from network.people.actions.role import grant_role
from network.people.models import Organisation, RoleKind, User
from network.records.actions.log import record_staff_action

PRIVACY_VERSION = 1


class AlreadyDecided(Exception):
    """Somebody else at the desk was first."""


@dataclass(frozen=True)
class AllyAnswers:
    """What an ally told us, cleaned by the forms."""

    organisation: str
    role_title: str
    why: str
    verb: str
    action: str
    for_whom: str
    by_when: date
    how_known: str


def the_organisation(words: str) -> Organisation | None:
    """The one organisation those words name, or None for none or several."""
    found = list(Organisation.objects.standing_on(timezone.localdate()).named(words)[:2])
    return found[0] if len(found) == 1 else None


@transaction.atomic
def ask_to_be_ally(*, person: User, answers: AllyAnswers, key: UUID) -> AllyRequest:
    """Keep the answers until the address is proved. Nothing is granted."""
    request, is_new = AllyRequest.objects.get_or_create(
        person=person,
        defaults={
            "organisation_text": answers.organisation,
            "organisation": the_organisation(answers.organisation),
            "role_title": answers.role_title,
            "why": answers.why,
            "key": key,
        },
    )
    if is_new:
        Pledge.objects.create(
            person=person,
            verb=answers.verb,
            action=answers.action,
            for_whom=answers.for_whom,
            by_when=answers.by_when,
            how_known=answers.how_known,
        )
        _agree(person)
    return request


@transaction.atomic
def claim_membership(*, person: User, cohort: str, organisation: str, key: UUID) -> Claim:
    """Keep an alumna's claim until the address is proved."""
    claim, is_new = Claim.objects.get_or_create(
        person=person, defaults={"cohort_text": cohort, "organisation_text": organisation, "key": key}
    )
    if is_new:
        _agree(person)
    return claim


def _agree(person: User) -> None:
    versions = {AgreementKind.RULES: HouseRules.current_version(), AgreementKind.PRIVACY: PRIVACY_VERSION}
    for kind, version in versions.items():
        Agreement.objects.get_or_create(person=person, kind=kind, version=version)


@transaction.atomic
def address_proved(*, person: User) -> None:
    """The six digits came back. A claim from an address on the roster is accepted at once; all else goes to the desk."""
    AllyRequest.objects.filter(person=person, state=RequestState.UNPROVED).update(state=RequestState.WAITING)
    claim = Claim.objects.select_for_update().filter(person=person, state=RequestState.UNPROVED).first()
    if claim is None:
        return
    entries = list(RosterEntry.objects.select_for_update().filter(email__iexact=person.email)[:2])
    # Two lines with one address are a shared mailbox; a line somebody already has is a dispute: both want a human.
    if len(entries) == 1 and entries[0].person_id is None:
        _accept(claim, entries[0])
    else:
        claim.state = RequestState.WAITING
        claim.save(update_fields=["state"])


def candidates_for(claim: Claim) -> list[RosterEntry]:
    """Lines of the roster that may be this person: by name, address or authority and cohort."""
    wanted = {word.lower() for word in claim.person.name.split() if len(word) > 2}
    digits = "".join(letter for letter in claim.cohort_text if letter.isdigit()).lstrip("0")
    close = []
    for entry in RosterEntry.objects.select_related("organisation", "person"):
        names = {word.lower() for word in entry.name.split()}
        same_cohort = bool(digits) and entry.cohort_code.lstrip("CL0") == digits
        if entry.email.lower() == claim.person.email or wanted & names and (same_cohort or len(wanted & names) > 1):
            close.append(entry)
    return close[:10]


def _accept(claim: Claim, entry: RosterEntry | None) -> None:
    scope = entry.cohort_code if entry else ""
    if entry is not None:
        entry.person = claim.person
        entry.save(update_fields=["person"])
    claim.state, claim.decided_at = RequestState.ADMITTED, timezone.now()
    claim.save(update_fields=["state", "decided_at"])
    employer = entry.organisation if entry and entry.organisation else the_organisation(claim.organisation_text)
    if employer is not None:
        affiliate(person=claim.person, organisation=employer)
    grant_role(person=claim.person, kind=RoleKind.ALUMNA, scope=scope, by=None)
    tell(person=claim.person, kind=WELCOME, ref="", key=f"membership.welcome:claim:{claim.pk}")


def accept_claim(*, by: Viewer, claim: Claim, entry: RosterEntry | None = None) -> Claim:
    """The office says yes. Raises AlreadyDecided, also where somebody else already has that line of the roster."""
    require(can_welcome(by) and claim.person_id != by.person_id)
    with transaction.atomic():
        fresh = Claim.objects.select_for_update().waiting().filter(pk=claim.pk).select_related("person").first()
        if fresh is None or entry is not None and entry.person_id not in (None, claim.person_id):
            raise AlreadyDecided
        _accept(fresh, entry)
        record_staff_action(by=by, verb="accepted_claim", about_id=claim.person_id)
    return fresh


def admit_ally(*, by: Viewer, request: AllyRequest) -> AllyRequest:
    """Welcome an ally: the role begins now. Raises AlreadyDecided."""
    require(can_welcome(by) and request.person_id != by.person_id)
    with transaction.atomic():
        if not AllyRequest.objects.waiting().filter(pk=request.pk).update(
            state=RequestState.ADMITTED, decided_at=timezone.now()
        ):
            raise AlreadyDecided
        request.refresh_from_db()
        if request.organisation is not None:
            affiliate(person=request.person, organisation=request.organisation, role_title=request.role_title)
        grant_role(person=request.person, kind=RoleKind.ALLY, by=User.objects.get(pk=by.person_id))
        tell(person=request.person, kind=WELCOME, ref="", key=f"membership.welcome:ally:{request.pk}")
        record_staff_action(by=by, verb="admitted_ally", about_id=request.person_id)
    return request


def decline(*, by: Viewer, asked: AllyRequest | Claim, reason: str) -> None:
    """Say no, with a reason that is kept in the log and not mailed. Raises AlreadyDecided."""
    require(can_welcome(by) and asked.person_id != by.person_id)
    with transaction.atomic():
        waiting = type(asked).objects.waiting().filter(pk=asked.pk)
        if not waiting.update(state=RequestState.DECLINED, decided_at=timezone.now(), decision_reason=reason):
            raise AlreadyDecided
        key = f"membership.declined:{type(asked).__name__.lower()}:{asked.pk}"
        tell(person=asked.person, kind=DECLINED, ref="", key=key)
        record_staff_action(by=by, verb="declined", about_id=asked.person_id, reason=reason)
