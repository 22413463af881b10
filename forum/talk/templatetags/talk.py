"""What other rooms' pages show of talk."""

from django import template
from django.http import HttpRequest

from forum.talk.lists import spaces_with_unread, threads_with_unread
from forum.talk.mentions import speaks_of
from forum.talk.models import Message

register = template.Library()
ON_HOME = 5


@register.inclusion_tag("forum/talk/thread/_unread.html")
def unread_threads(request: HttpRequest) -> dict:
    """Threads with something new for this viewer: a section, or nothing."""
    return {"threads": threads_with_unread(request.viewer, ON_HOME) if request.viewer.is_member else []}


@register.inclusion_tag("forum/talk/space/_side.html")
def side_spaces(request: HttpRequest) -> dict:
    """The viewer's spaces for the side bar, with unread counts."""
    return {"spaces": spaces_with_unread(request.viewer) if request.viewer.is_member else []}


@register.filter
def calls(message: Message, name: str) -> bool:
    """Whether a message calls the one who reads, by their own name: for their own page, never for frames of many."""
    return message.is_standing and speaks_of(message.body, name)
