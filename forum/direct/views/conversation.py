"""One's conversations, and what waits beside them."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from forum.direct.lists import conversations_of, lines, own_requests, waiting_requests
from network.access.visible import hide_unless

PER_PAGE = 25
LIST = "forum/direct/conversation/list.html"


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The one with the latest word first; above them who asks, below them whom one has asked."""
    viewer = request.viewer
    hide_unless(viewer.is_member)
    page = Paginator(conversations_of(viewer), PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = lines(viewer, page.object_list)
    context = {"page": page, "waiting": waiting_requests(viewer), "asked": own_requests(viewer)}
    return render(request, LIST, context)
