"""What keeps a message back in this room: an order about a person, the watch list, the space itself."""

from forum.spaces.models import HoldOrder, Space, Watchword
from network.access.viewer import Viewer


def by_order(viewer: Viewer, space: Space, body: str) -> str:
    """A moderator has asked to look at this person's next messages."""
    return "Their messages are looked at first" if HoldOrder.objects.visible_to(viewer).running().exists() else ""


def by_watchword(viewer: Viewer, space: Space, body: str) -> str:
    """Its author is told of no word: whoever knew it would write another."""
    return "A word or a link on the watch list" if Watchword.objects.are_in(body) else ""


def by_space(viewer: Viewer, space: Space, body: str) -> str:
    """Everything there is looked at first."""
    return "Everything in this space is looked at first" if space.approves_first else ""


HOLDS = [by_space, by_order, by_watchword]
