"""What the pages of talk show of what a reader has folded away."""

from typing import Any

from django import template
from django.http import HttpRequest

from forum.folds.models import Fold
from forum.folds.rules import is_of_another
from forum.talk.models import Message
from forum.talk.pages import ThreadPage
from network.people.models import User

register = template.Library()


@register.simple_tag
def folded_on(request: HttpRequest, page: ThreadPage) -> set[int]:
    """The messages on this page, and those they quote, that this viewer has folded away, by their ids: each by itself,
    or with all its author says. One query, where somebody has folded one of them, else none."""
    messages = [one for shown in page.shown for one in (shown.message, shown.quoted) if one is not None]
    asked = [one.pk for one in messages if one.has_folds]
    mine = Fold.objects.visible_to(request.viewer).filter(message__in=asked)
    found = set(mine.values_list("message_id", flat=True)) if asked else set()
    return found | {one.pk for one in messages if one.author_id in request.viewer.muted}


@register.simple_tag
def muted_people(request: HttpRequest) -> list[str]:
    """The public ids of those this viewer has muted, for what comes while the page is open. No query for almost all."""
    muted = request.viewer.muted
    return list(User.objects.filter(pk__in=muted).values_list("public_id", flat=True)) if muted else []


@register.filter
def is_in(message: Message, folded: set[int]) -> bool:
    """Whether a message is folded away. One that is gone, or that moderators have hidden, names nobody and is not."""
    return message.pk in folded and message.is_standing


@register.filter
def unless_in(quoted: Message | None, folded: set[int]) -> Message | None:
    """What a message quotes, unless the reader has folded that away."""
    return None if quoted is None or quoted.pk in folded else quoted


@register.simple_tag
def is_folded(request: HttpRequest, message: Message) -> bool:
    """Whether this viewer has folded the message away, or its author. No query but where somebody has folded it."""
    if message.author_id in request.viewer.muted:
        return True
    return message.has_folds and Fold.objects.visible_to(request.viewer).filter(message=message).exists()


@register.inclusion_tag("forum/folds/fold/_options.html")
def fold_options(request: HttpRequest, message: Message) -> dict[str, Any]:
    """What this viewer may fold away, or read again; nothing about words of their own or without a name."""
    if not is_of_another(request.viewer, message):
        return {}
    is_muted = message.author_id in request.viewer.muted
    context = {"message": message, "thread": message.thread, "is_muted": is_muted}
    return context | {"is_folded": Fold.objects.visible_to(request.viewer).filter(message=message).exists()}
