"""What talk shows of this room under a message, alike for readers of equal sight."""

from collections.abc import Sequence

from django.template.loader import get_template
from django.utils.safestring import SafeString

from forum.hands.lists import tallies
from forum.hands.results import polls_beside
from forum.talk.models import Message
from network.access.viewer import Viewer


def polls(messages: Sequence[Message], viewer: Viewer) -> dict[int, SafeString]:
    """What a message asks: the answers to choose from and, once it has closed, how many chose which."""
    draw, found = get_template("forum/hands/poll/_poll.html").render, polls_beside(messages, viewer)
    return {one.pk: draw({"message": one, "shown": found[one.pk]}) for one in messages if one.pk in found}


def reactions(messages: Sequence[Message], viewer: Viewer) -> dict[int, SafeString]:
    """How many answered with which word."""
    draw, found = get_template("forum/hands/reaction/_reactions.html").render, tallies(messages, viewer)
    return {one.pk: draw({"message": one, "tallies": found[one.pk]}) for one in messages if one.pk in found}


BESIDE = [polls, reactions]
