"""Closing an account for a time: the person is out of every room at once."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.people.actions.role import announce
from network.people.models import User
from network.people.rules import can_suspend
from network.people.staff import note_staff_act


def suspend(*, person: User, by: User | None) -> User:
    """No sign-in, no socket, no letter until restored. Raises PermissionDenied for who may not."""
    return _set_active(person, False, by)


def restore(*, person: User, by: User | None) -> User:
    """Undo a suspension; roles that have not ended meanwhile count again."""
    return _set_active(person, True, by)


def _set_active(person: User, is_active: bool, by: User | None) -> User:
    if not can_suspend(by, person):
        raise PermissionDenied
    with transaction.atomic():
        person.is_active = is_active
        person.save(update_fields=["is_active"])
        note_staff_act(by=by, verb="restored" if is_active else "suspended", about_id=person.pk)
        announce(person.pk)
    return person
