"""What the pages of talk show of pens."""

from typing import Any

from django import template
from django.http import HttpRequest

from forum.sealed.models import PenMute
from forum.sealed.own import answered, answers_to
from forum.sealed.rules import OWN, can_keep_pens, held_pen, is_behind, why_pen_rests
from forum.talk.models import Message, Thread
from forum.talk.rules import is_open, why_words_stay
from network.access.audience import is_caucus

register = template.Library()


@register.inclusion_tag("forum/sealed/thread/_pen.html")
def own_pen(request: HttpRequest, thread: Thread) -> dict[str, Any]:
    """The name this viewer writes under here, and what has been answered to it since they read. One query where they
    hold none, and none at all where allies read."""
    seal = held_pen(request.viewer, thread) if thread.space.can_take_unnamed else None
    if seal is None:
        return {}
    return {"seal": seal, "many": answers_to(request.viewer, [seal]).count(), "silent": why_pen_rests(seal)}


@register.inclusion_tag("forum/sealed/thread/_answered.html")
def answered_pens(request: HttpRequest) -> dict[str, Any]:
    """What was answered to this viewer's pens. No query where they may write under none."""
    may_write = any(is_caucus(audience) for audience in request.viewer.audiences)
    return {"pens": answered(request.viewer) if may_write else []}


@register.inclusion_tag("forum/sealed/pen/_record.html")
def pen_record(request: HttpRequest, message: Message) -> dict[str, Any]:
    """For moderators: what else was said under this name, as far as they read the room. There is nothing more of it."""
    theirs = Message.objects.visible_to(request.viewer).filter(thread=message.thread_id, pen_name=message.pen_name)
    hidden = theirs.filter(hidden_at__isnull=False).exclude(pk=message.pk)
    own = OWN if is_behind(request.viewer, message) else ""
    return {"message": message, "said": theirs.count(), "hidden": hidden.count(), "own": own}


@register.simple_tag
def muted_pens(request: HttpRequest, thread: Thread) -> list[str]:
    """The names this viewer does not read in this thread."""
    if not thread.space.can_take_unnamed:
        return []
    mine = PenMute.objects.visible_to(request.viewer).filter(seal__thread=thread)
    return list(mine.values_list("seal__pen_name", flat=True))


@register.simple_tag
def is_pen_muted(request: HttpRequest, message: Message) -> bool:
    """Whether this viewer does not read the name it was said under. No query for words with a name."""
    named = {"seal__thread": message.thread_id, "seal__pen_name": message.pen_name}
    return message.is_unnamed and PenMute.objects.visible_to(request.viewer).filter(**named).exists()


@register.inclusion_tag("forum/sealed/message/_options.html")
def pen_options(request: HttpRequest, message: Message) -> dict[str, Any]:
    """What this viewer may do about a message without a name; nothing about one with a name."""
    viewer = request.viewer
    if not message.is_unnamed:
        return {}
    is_mine = is_behind(viewer, message)
    context = {"message": message, "thread": message.thread, "is_mine": is_mine}
    is_fresh = message.is_standing and not why_words_stay(message)
    context["can_edit"] = is_mine and is_fresh and is_open(viewer, message.thread)
    context["hidden"] = message.hidden_reason if is_mine and message.hidden_at and not message.deleted_at else ""
    mine = PenMute.objects.visible_to(viewer).filter(seal__thread=message.thread_id, seal__pen_name=message.pen_name)
    return context | {"is_muted": mine.exists(), "can_keep": can_keep_pens(viewer)}
