"""What a thread's page shows of the desk."""

from typing import Any

from django import template
from django.http import HttpRequest

from forum.desk.models import Appeal, Case, Summary
from forum.desk.rules import can_appeal, is_theirs_and_hidden, is_theirs_to_summarise
from forum.spaces.rules import can_run_space
from forum.talk.models import Message, Thread

register = template.Library()


@register.inclusion_tag("forum/desk/summary/_summary.html")
def thread_summary(request: HttpRequest, thread: Thread) -> dict[str, Any]:
    """What stands on top of a closed thread. An open one has none, and is not asked."""
    written = Summary.objects.visible_to(request.viewer).filter(thread=thread).select_related("author")
    context = {"thread": thread, "can_remove": can_run_space(request.viewer, thread.space)}
    return context | {"summary": written.first() if thread.is_closed else None}


@register.inclusion_tag("forum/desk/thread/_options.html")
def desk_options(request: HttpRequest, thread: Thread) -> dict[str, Any]:
    """What this viewer may do to a thread that was found through sight."""
    viewer = request.viewer
    context = {"thread": thread, "can_run": can_run_space(viewer, thread.space)}
    context["can_report"] = thread.author_id != viewer.person_id
    return context | {"can_summarise": is_theirs_to_summarise(viewer, thread) and not thread.paused}


@register.inclusion_tag("forum/desk/appeal/_appeal.html")
def message_appeal(request: HttpRequest, message: Message) -> dict[str, Any]:
    """What its author may do about a decision, and what became of it. For everybody else there is nothing."""
    if not is_theirs_and_hidden(request.viewer, message):
        return {"message": message}
    context = {"message": message, "appeal": Appeal.objects.about(message).order_by("-asked_at").first()}
    context["rules"] = sorted(set(Case.objects.hiding(message).exclude(rule="").values_list("rule", flat=True)))
    return context | {"can_appeal": can_appeal(request.viewer, message)}
