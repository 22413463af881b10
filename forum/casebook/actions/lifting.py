"""Ending what somebody is under, because whoever looked again says so."""

from django.db import transaction

from forum.concerns.actions.measure import NOT_YOURS, hold_person, log_measure
from forum.concerns.models import Measure, MeasureKind, MeasureState
from forum.concerns.rules import can_measure
from forum.spaces.actions.pause import lift_pause
from forum.spaces.models import Pause
from network.access.viewer import Viewer
from network.access.visible import require
from network.people.actions.role import end_role
from network.people.actions.suspension import restore
from network.people.models import Role, RoleKind, User

LOST = (
    "This cannot be undone here: it is not known which pause, or which bar from the space, came with it. "
    "Ask whoever runs the site to end that. Your words are still here."
)


class NothingToEnd(Exception):
    """What it did is not known, and something of the kind holds the person: it would go on."""


def lift_measure(*, by: Viewer, measure: Measure) -> bool:
    """End what somebody is under, because whoever looked at an appeal says so: their sockets and pages know at once.
    False where it had ended by an appeal already.

    Raises Refused for whoever could not have taken it, or NothingToEnd.
    """
    require(can_measure(by, measure), NOT_YOURS)
    with transaction.atomic():
        hold_person(measure)
        held = Measure.objects.select_for_update(of=("self",)).filter(pk=measure.pk, state=MeasureState.TAKEN).first()
        if held is None:
            return False
        ends_something = held.is_running and not _is_shared(held)
        held.state = MeasureState.LIFTED
        held.save(update_fields=["state"])
        log_measure(by, "lifted", held)
        if ends_something:
            _undo(by, held)
    return True


def is_lifted(measure: Measure) -> bool:
    """Whether an appeal has ended it; none does before the caller's transaction is over."""
    hold_person(measure)
    return Measure.objects.filter(pk=measure.pk, state=MeasureState.LIFTED).exists()


def _is_shared(measure: Measure) -> bool:
    """Whether another measure holds the person in the same way: the same role, or a closed account."""
    others = Measure.objects.filter(person=measure.person_id, state=MeasureState.TAKEN).exclude(pk=measure.pk)
    if measure.kind == MeasureKind.SUSPENSION:
        return others.filter(kind=MeasureKind.SUSPENSION).exists()
    return measure.role_id is not None and others.filter(role=measure.role_id).exists()


def _undo(by: Viewer, measure: Measure) -> None:
    """A role that was there before the measures which share it goes on."""
    actor = User.objects.get(pk=by.person_id or 0)
    if _is_lost(measure):
        raise NothingToEnd(LOST)
    if measure.pause is not None:
        lift_pause(by=by, pause=measure.pause, is_overturned=True)
    if measure.role is not None and Measure.objects.filter(role=measure.role_id, owns_role=True).exists():
        end_role(role=measure.role, by=actor)
    if measure.kind == MeasureKind.SUSPENSION:
        restore(person=measure.person, by=actor)


def _is_lost(measure: Measure) -> bool:
    """Whether it is not known what it did, while something of the kind holds the person."""
    if measure.kind == MeasureKind.PAUSE and measure.pause is None:
        return Pause.objects.running().filter(person=measure.person_id).exists()
    if measure.kind == MeasureKind.BAR and measure.role is None:
        barred = Role.objects.current().filter(kind=RoleKind.BARRED, scope=measure.scope)
        return barred.filter(person=measure.person_id).exists()
    return False
