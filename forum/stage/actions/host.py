"""Naming who leads a talk."""

from django.db import transaction

from forum.stage.actions.turn import tell_phase
from forum.stage.models import Host, Part, Sitting
from forum.stage.rules import can_open_sitting
from network.access.viewer import Viewer, viewer_of
from network.access.visible import can_see, require
from network.people.actions.role import end_role, grant_role
from network.people.models import Role, RoleKind, User
from network.records.actions.log import record_staff_action


class NotAReader(Exception):
    """Whoever leads a talk has a place at its event: this opens no door."""


def name_host(*, by: Viewer, sitting: Sitting, person: User, part: str) -> Host:
    """Let somebody lead it, or show them on its panel. Named twice, the later part holds. Raises NotAReader."""
    require(can_open_sitting(by))
    if not can_see(viewer_of(person), sitting):
        raise NotAReader
    with transaction.atomic():
        host, is_new = Host.objects.update_or_create(sitting=sitting, person=person, defaults={"part": part})
        record_staff_action(by=by, verb=f"named_{part}", about_id=person.pk, reason=str(sitting))
        if part == Part.CHAIR:
            # The organisers' right to name a chair is the proof; their office itself gives no such role.
            grant_role(person=person, kind=RoleKind.STEWARD, scope=sitting.thread.space.public_id, by=None)
        else:
            _end_leading(sitting, person)
        tell_phase(sitting)
    return host


def release_host(*, by: Viewer, sitting: Sitting, person: User) -> None:
    """Let them lead it no longer. They keep their place."""
    require(can_open_sitting(by))
    with transaction.atomic():
        gone, _ = Host.objects.filter(sitting=sitting, person=person).delete()
        if gone:
            record_staff_action(by=by, verb="released_host", about_id=person.pk, reason=str(sitting))
            _end_leading(sitting, person)
            tell_phase(sitting)


def leave_talk(*, audience: str, person: User) -> None:
    """Whoever gives their place at an event back is on its panel no more. The event's action, so nobody's `by`."""
    with transaction.atomic():
        for host in Host.objects.filter(sitting__in=Sitting.objects.of(audience), person=person):
            sitting = host.sitting
            host.delete()
            _end_leading(sitting, person)
            tell_phase(sitting)


def _end_leading(sitting: Sitting, person: User) -> None:
    scope = sitting.thread.space.public_id
    for role in Role.objects.current().filter(person=person, kind=RoleKind.STEWARD, scope=scope):
        end_role(role=role, by=None)
