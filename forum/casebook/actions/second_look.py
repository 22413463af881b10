"""What every appeal has in common: one is made of each decision, and somebody else decides it."""

from collections.abc import Callable
from typing import TypeVar

from network.access.viewer import Viewer, viewer_of
from network.people.models import Role, RoleKind, User

EARLIER = "You have appealed against this already. The moderators have your earlier words."

Decided = TypeVar("Decided")


class AlreadyAppealed(Exception):
    """The decision has been appealed against in other words."""

    def __init__(self, words: str = EARLIER) -> None:
        super().__init__(words)


class NobodyElse(Exception):
    """No other moderator and no owner could decide it."""


def judges_of(decided: Decided, may_judge: Callable[[Viewer, Decided], bool]) -> list[User]:
    """The moderators and owners who may look at it again, by the rule of what was decided."""
    kinds = (RoleKind.MODERATOR, RoleKind.OWNER)
    staff = User.objects.filter(pk__in=Role.objects.current().filter(kind__in=kinds).values("person_id"))
    return [one for one in staff.filter(is_active=True) if may_judge(viewer_of(one), decided)]
