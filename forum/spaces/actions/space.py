"""Opening places to talk, and saying who writes there and when."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from forum.spaces.models import Space, SpaceMode
from forum.spaces.rules import can_change_manner, can_open_space
from network.access.audience import PUBLIC, check_audience, is_direct
from network.access.viewer import Viewer
from network.access.visible import require


@dataclass(frozen=True)
class Manner:
    """How a space is talked in: who writes, who listens, how long each waits between two messages, and when;
    whether messages are looked at before others see them, or held back for some seconds."""

    mode: str = SpaceMode.EVERYBODY
    is_listening: bool = False
    slow_seconds: int = 0
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    approves_first: bool = False
    delay_seconds: int = 0
    takes_unnamed: bool = False


def open_space(*, by: Viewer, name: str, audience: str, description: str = "", manner: Manner | None = None) -> Space:
    """Open a space for an audience. Raises ValueError for a public or empty one, or one of a conversation."""
    require(can_open_space(by))
    check_audience(audience)
    if audience in ("", PUBLIC) or is_direct(audience):
        raise ValueError("a space needs members")
    return Space.objects.create(name=name, audience=audience, description=description, **asdict(manner or Manner()))


def name_space(*, by: Viewer, space: Space, name: str, description: str) -> Space:
    """Give a space another name and another line about it. Its address stays."""
    require(can_change_manner(by, space))
    space.name, space.description = name, description
    space.save(update_fields=["name", "description"])
    return space


@transaction.atomic
def change_manner(*, by: Viewer, space: Space, manner: Manner) -> Space:
    """Say anew how the space is talked in. Reading goes on, and pages show it at their next load.

    Only those who open spaces say whether allies listen: it tells of whoever writes that they are no ally; and whether
    one may write without one's name. Raises Refused; IntegrityError for what the form has not let through: too slow,
    too late, a close before the opening, or words without names where allies read.
    """
    require(can_change_manner(by, space))
    before = Space.objects.select_for_update(no_key=True).get(pk=space.pk)
    is_moderators = manner.is_listening != before.is_listening or manner.takes_unnamed != before.takes_unnamed
    require(not is_moderators or can_open_space(by), "Only moderators change this.")
    Space.objects.filter(pk=space.pk).update(**asdict(manner))
    space.refresh_from_db()
    return space
