"""What other rooms' pages show of a talk."""

from typing import Any

from django import template
from django.http import HttpRequest

from forum.stage.lists import live_for, panel_for, sitting_for
from forum.talk.models import Thread

register = template.Library()


@register.inclusion_tag("forum/stage/sitting/_panel.html", takes_context=True)
def sitting_panel(context: template.Context, thread: Thread) -> dict[str, Any]:
    """What stands beside a talk's thread, which came `for_page`; nothing beside another one."""
    request: HttpRequest = context["request"]
    sitting = sitting_for(thread)
    if sitting is None:
        return {}
    panel = panel_for(request.viewer, sitting, is_paused=bool(thread.paused))
    return {"panel": panel, "thread": thread, "csrf_token": context.get("csrf_token"), "request": request}


@register.inclusion_tag("forum/stage/sitting/_live.html", takes_context=True)
def live_talks(context: template.Context) -> dict[str, Any]:
    """Which talks are on now; nothing for whoever has a place at none."""
    return {"sittings": live_for(context["request"].viewer)}


@register.inclusion_tag("forum/stage/question/_button.html")
def question_button(thread: Thread) -> dict[str, Any]:
    """In a talk's composer, while questions are taken: the same words as a question."""
    sitting = sitting_for(thread)
    is_talk = sitting is not None
    return {"thread": thread, "is_talk": is_talk, "takes_questions": is_talk and sitting.takes_questions}
