"""Doing something about a person, alone or with a second one."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from forum.concerns.models import Measure, MeasureKind, MeasureState
from forum.concerns.notices import MEASURE, PROPOSED
from forum.concerns.rules import can_measure, can_second
from forum.concerns.wording import address_to_appeal
from forum.spaces.actions.pause import pause_person
from network.access.viewer import Viewer, viewer_of
from network.access.visible import require
from network.notices.actions.tell import tell
from network.notices.actions.write import write_to
from network.people.actions.role import grant_role
from network.people.actions.suspension import suspend
from network.people.models import Role, RoleKind, User
from network.records.actions.log import from_to, record_staff_action

# One sentence for all of it: which it is would tell somebody that a colleague has reported.
NOT_YOURS = "This is not yours to decide: it takes somebody who had no part in it and does not work with the person."
CLOSED_SUBJECT = "Your account at the BALI Network"
CLOSED = """Your account at the BALI Network is closed for now. Nobody else can see that.

To appeal, once: {address}
Whoever decided this does not decide about it again.

Your reference is {reference}. To ask why, use {form} and give it.
"""


class MeasureSettled(Exception):
    """Somebody else was first, or it was proposed before."""


def take_measure(*, by: Viewer, measure: Measure) -> Measure:
    """Do what one may do alone; propose what takes two. The measure is new: kind, person, scope, days and words.

    Raises Refused, or MeasureSettled where the same waits for a second person. Out of another matter it is another: to
    be refused over a proposal that one does not see would say that a colleague has reported.
    """
    measure.proposed_by_id = by.person_id
    require(can_measure(by, measure), NOT_YOURS)
    with transaction.atomic():
        # Of the same proposed twice in one moment one is written.
        hold_person(measure)
        same = {"person": measure.person, "kind": measure.kind, "scope": measure.scope, "matter": measure.matter}
        if measure.needs_second and Measure.objects.proposed().filter(**same).exists():
            raise MeasureSettled("This has been proposed already, and waits for a second person.")
        measure.save()
        if measure.needs_second:
            log_measure(by, "proposed", measure)
            _ask_for_second(measure)
        else:
            log_measure(by, "took", measure)
            _apply(by, measure)
    return measure


def second_measure(*, by: Viewer, measure: Measure, agrees: bool) -> Measure:
    """Agree to what somebody else proposed, which is done at once; or decline it.

    Raises Refused, or MeasureSettled where a third person was first.
    """
    require(can_second(by, measure), NOT_YOURS)
    with transaction.atomic():
        hold_person(measure)
        held = Measure.objects.select_for_update(of=("self",)).proposed().filter(pk=measure.pk).first()
        if held is None:
            raise MeasureSettled("Somebody else has decided this meanwhile.")
        held.seconded_by_id = by.person_id
        log_measure(by, "seconded" if agrees else "declined", held)
        if agrees:
            _apply(by, held)
        else:
            held.state, held.settled_at = MeasureState.DECLINED, timezone.now()
            held.save()
    return held


def hold_person(measure: Measure) -> None:
    """Under the person's row: what is done and undone about them happens one after the other."""
    User.objects.select_for_update(no_key=True).only("pk").get(pk=measure.person_id)


def _apply(by: Viewer, measure: Measure) -> None:
    """Done by whoever is the last to agree."""
    person, actor = measure.person, User.objects.get(pk=by.person_id or 0)
    measure.state, measure.settled_at = MeasureState.TAKEN, timezone.now()
    if measure.kind == MeasureKind.PAUSE and measure.span:
        facts: dict[str, Any] = {"span": measure.span, "reason": measure.words, "is_seconded": measure.needs_second}
        measure.pause = pause_person(by=by, person=person, **facts)
    if measure.kind == MeasureKind.BAR:
        span: dict[str, Any] = {"starts_at": measure.settled_at, "ends_at": measure.ends_at}
        measure.role = grant_role(person=person, kind=RoleKind.BARRED, scope=measure.scope, by=actor, **span)
        measure.owns_role = measure.role.starts_at == measure.settled_at
    measure.save()
    if measure.kind == MeasureKind.SUSPENSION:
        form = f"{settings.BASE_URL.rstrip('/')}/report/"
        text = CLOSED.format(address=address_to_appeal(measure), form=form, reference=measure.public_id)
        write_to(address=person.email, subject=CLOSED_SUBJECT, text=text, key=f"concerns.closed:{measure.pk}")
        suspend(person=person, by=actor)
    else:
        tell(person=person, kind=MEASURE, ref=measure.public_id, key=f"concerns.measure:{measure.pk}")


def _ask_for_second(measure: Measure) -> None:
    kinds = (RoleKind.MODERATOR, RoleKind.OWNER)
    staff = Role.objects.current().filter(kind__in=kinds).values("person_id")
    for one in User.objects.filter(pk__in=staff, is_active=True).order_by("pk"):
        if can_second(viewer_of(one), measure):
            tell(person=one, kind=PROPOSED, ref=measure.public_id, key=f"concerns.proposed:{measure.pk}")


CHANGES = {
    "proposed": from_to("nothing", "proposed"),
    "took": from_to("nothing", "in force"),
    "seconded": from_to("proposed", "in force"),
    "declined": from_to("proposed", "declined"),
    "lifted": from_to("in force", "ended"),
}


def log_measure(by: Viewer, verb: str, measure: Measure) -> None:
    """With how it stood before and after; `verb` is one of `CHANGES`."""
    noting = {"reason": measure.reason, "change": CHANGES[verb]}
    record_staff_action(by=by, verb=f"{verb}_{measure.kind}", about_id=measure.person_id, **noting)
