"""Spaces of the demo world beside the boards of its threads: one of each manner, and a cohort's."""

from typing import Any

from forum.spaces.actions.cohort import make_cohort_space
from forum.spaces.actions.space import Manner, open_space
from forum.spaces.actions.steward import name_steward
from forum.spaces.models import SpaceMode
from network.access.audience import MEMBERS
from network.access.viewer import viewer_of

ORDER = 65


def build(world: Any) -> None:
    make_cohort_space(code="C12")
    dina = viewer_of(world.cast("dina"))
    open_space(
        by=dina,
        name="News of the network",
        audience=MEMBERS,
        description="What everybody should know.",
        manner=Manner(mode=SpaceMode.ANNOUNCEMENTS),
    )
    open_space(
        by=dina,
        name="First questions",
        audience=MEMBERS,
        description="Ask what you would not ask in a larger room. Messages are looked at first.",
        manner=Manner(approves_first=True),
    )
    heard = open_space(
        by=dina,
        name="Stepping up",
        audience=MEMBERS,
        description="Alumni and participants talk; allies listen first.",
        manner=Manner(is_listening=True, slow_seconds=30),
    )
    name_steward(by=dina, space=heard, person=world.cast("ada"))
