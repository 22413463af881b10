"""What the pages of a thread and of a message show of this room. What is one's own stands here, never in a frame."""

from typing import Any

from django import template
from django.http import HttpRequest

from forum.hands.lists import Tally, own_reactions, who_reacted
from forum.hands.models import Poll, ReactionKind
from forum.hands.results import own_votes, who_voted
from forum.hands.rules import why_no_hand
from forum.spaces.rules import why_paused
from forum.talk.models import Message, Thread
from forum.talk.pages import ThreadPage
from network.access.viewer import Viewer

register = template.Library()


@register.inclusion_tag("forum/hands/thread/_hands.html")
def thread_hands(request: HttpRequest, thread: Thread, page: ThreadPage) -> dict[str, Any]:
    """What this viewer answered on the page, for the browser to mark. Asks nothing where nobody raised a hand."""
    viewer = request.viewer
    some = [shown.message for shown in page.shown if shown.message.has_beside]
    mine = own_reactions(some, viewer) if some else []
    votes = own_votes(some, viewer) if some else {}
    return {
        "may": not why_no_hand(viewer, thread) and not thread.paused,
        "mine": " ".join(map(":".join, mine)),
        "votes": " ".join(f"{message}:{','.join(map(str, chosen))}" for message, chosen in votes.items()),
        "kinds": map(Tally, ReactionKind.values),
    }


@register.inclusion_tag("forum/hands/reaction/_section.html")
def message_hands(request: HttpRequest, message: Message) -> dict[str, Any]:
    """Who answered what, and the same as plain forms. Of a message that does not stand nothing is left."""
    if not message.is_standing:
        return {}
    viewer = request.viewer
    context = {"message": message, "why_not": why_no_hand(viewer, message.thread) or why_paused(viewer)}
    return context | {"tallies": who_reacted(message, viewer), **_poll_of(message, viewer)}


def _poll_of(message: Message, viewer: Viewer) -> dict[str, Any]:
    """The poll it carries, if any, with what this viewer chose and, once it has closed, who chose what."""
    poll = Poll.objects.filter(message=message).prefetch_related("options").first() if message.has_beside else None
    if poll is None:
        return {"poll": None}
    chosen = own_votes([message], viewer).get(message.public_id)
    words = [answer for position, answer in enumerate(poll.answers, 1) if position in (chosen or [])]
    return {"poll": poll, "has_voted": chosen is not None, "chosen": words, "who": who_voted(poll, viewer)}
