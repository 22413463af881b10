"""Moderators of one space: named with a term and a reason, and released. The staff log keeps both."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from forum.oversight.rules import can_name_moderator, can_oversee
from forum.spaces.models import Space
from network.access.viewer import Viewer
from network.access.visible import require
from network.people.actions.role import end_role, grant_role
from network.people.models import Role, RoleKind, User
from network.records.actions.log import record_staff_action

NOT_YOURSELF = "You oversee moderation. Ask another owner to name you."


class AlreadyModerates(Exception):
    """They moderate this space, or will from a day that is set."""


@dataclass(frozen=True)
class Term:
    """From when and until when; nothing is now, and until further notice."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None


def name_moderator(*, by: Viewer, space: Space, person: User, term: Term, reason: str) -> Role:
    """Let somebody moderate one space, with a reason for the log. Raises Refused or AlreadyModerates."""
    require(can_name_moderator(by, space))
    require(person.pk != by.person_id, NOT_YOURSELF)
    with transaction.atomic():
        # Under the person's row: of two owners who name them in one moment, one does.
        User.objects.select_for_update(no_key=True).only("pk").get(pk=person.pk)
        theirs = Role.objects.lasting().filter(person=person, kind=RoleKind.MODERATOR)
        if theirs.filter(scope__in=["", space.public_id]).exists():
            raise AlreadyModerates(f"{person.name} moderates here already. End that first to change its dates.")
        facts = {"starts_at": term.starts_at, "ends_at": term.ends_at}
        role = grant_role(person=person, kind=RoleKind.MODERATOR, scope=space.public_id, by=_actor(by), **facts)
        record_staff_action(by=by, verb="named_moderator", about_id=person.pk, reason=reason)
    return role


def release_moderator(*, by: Viewer, role: Role, reason: str) -> Role:
    """End it. What they have taken goes back to the others with it. Ended twice, it ends as it did first.

    Raises Refused.
    """
    require(can_oversee(by) and role.kind == RoleKind.MODERATOR and bool(role.scope))
    require(role.person_id != by.person_id, NOT_YOURSELF)
    with transaction.atomic():
        held = Role.objects.select_for_update(of=("self",)).get(pk=role.pk)
        if held.ends_at is not None and held.ends_at <= max(timezone.now(), held.starts_at):
            return held
        end_role(role=held, by=_actor(by))
        record_staff_action(by=by, verb="released_moderator", about_id=held.person_id, reason=reason)
    return held


def _actor(by: Viewer) -> User:
    return User.objects.get(pk=by.person_id or 0)
