"""An alumna's claim: accepted at once where her address is on the roster, else by the desk."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from network.access.viewer import Viewer
from network.access.visible import require
from network.membership.actions.agreement import agree
from network.membership.actions.case import AlreadyDecided, take, the_person
from network.membership.actions.request import elsewhere, employ, the_organisation
from network.membership.models import AllyRequest, Claim, RequestState, RosterEntry
from network.membership.notices import WELCOME
from network.membership.rules import can_decide
from network.notices.actions.tell import tell
from network.people.actions.role import grant_role
from network.people.models import Organisation, RoleKind, User
from network.records.actions.log import record_staff_action


def claim_membership(*, person: User, cohort: str, organisation: str, key: UUID) -> Claim:
    """Keep an alumna's claim until the address is proved. A declined one opens again."""
    facts = {"cohort_text": cohort, "organisation_text": organisation, "key": key}
    with transaction.atomic():
        claim, is_new = Claim.objects.get_or_create(person=person, defaults=facts)
        if not is_new:
            anew = facts | {"state": RequestState.UNPROVED, "asked_at": timezone.now(), "question": "", "reply": ""}
            is_new = bool(Claim.objects.filter(pk=claim.pk, state=RequestState.DECLINED).update(**anew))
            claim.refresh_from_db()
        if is_new:
            agree(person=person)
    return claim


@transaction.atomic
def address_proved(*, person: User) -> None:
    """The six digits came back: a claim from an address on the roster is accepted, all else goes to the desk."""
    AllyRequest.objects.filter(person=person, state=RequestState.UNPROVED).update(state=RequestState.WAITING)
    claim = Claim.objects.select_for_update().filter(person=person, state=RequestState.UNPROVED).first()
    if claim is None:
        return
    entries = list(RosterEntry.objects.select_for_update().filter(email__iexact=person.email)[:2])
    # Two lines with one address are a shared mailbox; a line somebody already has is a dispute: both want a human.
    if len(entries) == 1 and entries[0].person_id is None:
        _accept(claim, entries[0], None)
    else:
        claim.state = RequestState.WAITING
        claim.save(update_fields=["state"])


def accept_claim(
    *,
    by: Viewer,
    claim: Claim,
    entry: RosterEntry | None = None,
    cohort: str = "",
    organisation: Organisation | None = None,
) -> Claim:
    """The office says yes, to a line of the roster or to a cohort.

    Raises AlreadyDecided, also where somebody else has that line of the roster meanwhile.
    """
    require(can_decide(by, claim))
    with transaction.atomic():
        taken = take(claim)
        line = RosterEntry.objects.select_for_update().filter(pk=entry.pk).first() if entry else None
        if line is not None and line.person_id not in (None, taken.person_id):
            raise AlreadyDecided
        _accept(taken, line, the_person(by), cohort, organisation)
        record_staff_action(by=by, verb="accepted_claim", about_id=taken.person_id)
    return taken


def _accept(
    claim: Claim,
    entry: RosterEntry | None,
    by: User | None,
    cohort: str = "",
    organisation: Organisation | None = None,
) -> None:
    employer = the_organisation(claim.organisation_text) or organisation
    if entry is not None:
        entry.person = claim.person
        entry.save(update_fields=["person"])
        employer = entry.organisation or employer
    claim.state, claim.decided_at = RequestState.ADMITTED, timezone.now()
    claim.save(update_fields=["state", "decided_at"])
    if employer or claim.organisation_text:
        employ(person=claim.person, organisation=employer or elsewhere(claim.organisation_text))
    scope = entry.cohort_code if entry else cohort
    grant_role(person=claim.person, kind=RoleKind.ALUMNA, scope=scope, by=by)
    tell(person=claim.person, kind=WELCOME, ref="", key=f"membership.welcome:alumni:{claim.key}")
