"""What is held before others see it, of every space at once, for whoever decides about it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from forum.concerns.rules import can_sit
from forum.talk.models import Held
from network.access.visible import hide_unless

PER_PAGE = 25


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The oldest first. Only of spaces they may read: an office opens no room."""
    hide_unless(can_sit(request.viewer))
    waiting = Held.objects.waiting_for(request.viewer).oldest_first().select_related("author", "thread", "space")
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "forum/concerns/waiting/list.html", {"page": page})
