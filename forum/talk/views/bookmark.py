"""Saving messages for later, and what one has saved."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from forum.talk.actions.bookmark import TooManySaved, forget_saved, save_message
from forum.talk.models import Bookmark
from forum.talk.views.message import PAGE, find_message, message_context
from network.access.answers import refuse
from network.access.visible import hide_unless

PER_PAGE = 25


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What one has saved, the latest first."""
    hide_unless(request.viewer.is_member)
    mine = Bookmark.objects.visible_to(request.viewer).latest_first()
    shown = mine.select_related("message__author", "message__thread")
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "forum/talk/bookmark/list.html", {"page": page})


@require_POST
def save(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Keep this message."""
    message = find_message(request, thread_id, public_id)
    try:
        save_message(by=request.viewer, message=message)
    except TooManySaved as problem:
        return refuse(request, PAGE, message_context(request, message) | {"problem": str(problem)}, status=409)
    return redirect("message", thread_id, public_id)


@require_POST
def remove(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Keep it no longer; the list shows that it is gone."""
    forget_saved(by=request.viewer, message=find_message(request, thread_id, public_id))
    return redirect("saved")
