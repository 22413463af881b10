"""Members who keep one space: named, and released from it. People's room logs both with the role."""

from django.db import transaction

from forum.spaces.models import Space
from forum.spaces.readers import stewards
from forum.spaces.rules import can_name_stewards
from network.access.viewer import Viewer, viewer_of
from network.access.visible import can_see, require
from network.people.actions.role import end_role, grant_role
from network.people.models import Role, RoleKind, User


class NotAReader(Exception):
    """Whoever keeps a space reads it already: a steward's role opens no door."""


def name_steward(*, by: Viewer, space: Space, person: User) -> Role:
    """Let somebody keep the space. Named twice, they are a steward once. Raises NotAReader."""
    require(can_name_stewards(by) and not space.is_direct)
    if not can_see(viewer_of(person), space):
        raise NotAReader
    return grant_role(person=person, kind=RoleKind.STEWARD, scope=space.public_id, by=_person(by))


def release_steward(*, by: Viewer, space: Space, person: User) -> None:
    """Let them keep it no longer, from this moment."""
    require(can_name_stewards(by))
    with transaction.atomic():
        for role in stewards(space).filter(person=person):
            end_role(role=role, by=_person(by))


def _person(viewer: Viewer) -> User:
    require(viewer.person_id is not None)
    return User.objects.get(pk=viewer.person_id or 0)
