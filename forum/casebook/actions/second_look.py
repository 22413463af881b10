"""What every appeal has in common: one is made of each decision, and somebody else decides it."""

from collections.abc import Callable
from typing import Any, TypeVar

from forum.casebook.notices import WAITS
from forum.concerns.models import Matter
from network.access.viewer import Viewer, viewer_of
from network.notices.actions.tell import tell
from network.people.models import Role, RoleKind, User

# Not why: in a small team the reason would tell who reported.
NOBODY = "Nobody else can decide about this at the moment. Please come back later; you keep your right to appeal."
EARLIER = "You have appealed against this already. The moderators have your earlier words."

Decided = TypeVar("Decided")


class AlreadyAppealed(Exception):
    """The decision has been appealed against in other words."""

    def __init__(self, words: str = EARLIER) -> None:
        super().__init__(words)


class NobodyElse(Exception):
    """No other moderator and no owner could decide it."""

    def __init__(self) -> None:
        super().__init__(NOBODY)


def judges_of(decided: Decided, may_judge: Callable[[Viewer, Decided], bool]) -> list[User]:
    """The moderators and owners who may look at it again, by the rule of what was decided."""
    kinds = (RoleKind.MODERATOR, RoleKind.OWNER)
    staff = User.objects.filter(pk__in=Role.objects.current().filter(kind__in=kinds).values("person_id"))
    return [one for one in staff.filter(is_active=True) if may_judge(viewer_of(one), decided)]


def call_judges(appeal: Matter, may_judge: Callable[[Viewer, Any], bool]) -> None:
    """The queue and the rota bring it to moderators; where only owners can decide it, they are told. In the caller's
    transaction, so that where nobody could, nothing is written.

    Raises NobodyElse.
    """
    judges = judges_of(appeal, may_judge)
    if not judges:
        raise NobodyElse
    if all(viewer_of(one).has(RoleKind.OWNER) for one in judges):
        for owner in judges:
            tell(person=owner, kind=WAITS, ref=appeal.public_id, key=f"{WAITS.name}:{appeal.NOUN}:{appeal.pk}")
