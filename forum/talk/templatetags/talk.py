"""What other rooms' pages show of talk."""

from django import template
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from forum.talk.lists import spaces_with_unread, threads_with_unread
from forum.talk.mentions import speaks_of
from forum.talk.models import Message
from forum.talk.models.message import EDITABLE_FOR
from forum.talk.quoting import without_quote_in

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


@register.simple_tag
def edit_window() -> int:
    """For how many seconds one may put what one said in other words."""
    return int(EDITABLE_FOR.total_seconds())


@register.filter
def shown_body(message: Message, is_quoted: object) -> SafeString:
    """What a message says. The words it quotes go with what they are taken from, and with who hides from a reader."""
    html = message.html if is_quoted or not message.reply_to_id else without_quote_in(message.html)
    return mark_safe(html)  # noqa: S308 - cleaned when it was written


@register.filter
def calls(message: Message, name: str) -> bool:
    """Whether a message calls the one who reads, by their own name: for their own page, never for frames of many."""
    return message.is_standing and speaks_of(message.body, name)
