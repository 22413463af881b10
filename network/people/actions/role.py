"""Roles begin and end here, and nowhere else."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.people.models import Role, User
from network.people.rules import can_grant
from network.people.signals import access_changed
from network.people.staff import note_staff_act


def announce(person_id: int) -> None:
    """Say after commit that this person's rights may have changed."""
    transaction.on_commit(lambda: access_changed.send_robust(User, person_id=person_id), robust=True)


def grant_role(
    *,
    person: User,
    kind: str,
    scope: str = "",
    by: User | None,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> Role:
    """Give a role from an instant on. The same open role twice is the same role.

    `by` is None where the system itself has checked the proof. Raises PermissionDenied for anybody else who may not.
    """
    if not can_grant(by, kind, scope):
        raise PermissionDenied
    with transaction.atomic():
        role, is_new = Role.objects.not_void().get_or_create(
            person=person,
            kind=kind,
            scope=scope,
            ends_at=ends_at,
            defaults={"starts_at": starts_at or timezone.now(), "granted_by": by},
        )
        if is_new:
            note_staff_act(by=by, verb="granted_role", about_id=person.pk, reason=str(role))
        announce(person.pk)
    return role


def end_role(*, role: Role, by: User | None, at: datetime | None = None) -> Role:
    """End a role, now or at a later instant. It is gone at once, open sockets included."""
    if not can_grant(by, role.kind, role.scope):
        raise PermissionDenied
    with transaction.atomic():
        role.ends_at = max(at or timezone.now(), role.starts_at)
        role.save(update_fields=["ends_at"])
        note_staff_act(by=by, verb="ended_role", about_id=role.person_id, reason=str(role))
        announce(role.person_id)
    return role
