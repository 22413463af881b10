"""The list of spaces, and a space with its threads."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from forum.spaces.models import Space
from forum.spaces.readers import stewards_seen_by
from forum.spaces.rules import can_open_space, can_run_space
from forum.talk.lists import spaces_with_news, threads_by_activity, with_news
from forum.talk.models import Held
from forum.talk.rules import why_no_thread
from network.access.visible import find, hide_unless

PER_PAGE = 25


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Where the viewer may talk. What they may not read is not counted, and not there."""
    hide_unless(request.viewer.is_member)
    context = {"spaces": spaces_with_news(request.viewer), "can_open": can_open_space(request.viewer)}
    return render(request, "forum/talk/space/list.html", context)


@require_GET
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """A space's threads, the liveliest first."""
    space = find(Space.objects.rooms().with_waiting(request.viewer), request.viewer, public_id)
    page = Paginator(threads_by_activity(request.viewer, space), PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = with_news(request.viewer, page.object_list)
    # Found through sight: the rest of the rules costs no question.
    context = {"space": space, "page": page, "why_silent": why_no_thread(request.viewer, space)}
    context |= {"can_run": can_run_space(request.viewer, space), "stewards": stewards_seen_by(request.viewer, space)}
    held = Held.objects.own(request.viewer).filter(space=space, thread=None)
    context["waiting"] = held.oldest_first() if space.waits else []
    return render(request, "forum/talk/space/detail.html", context)
