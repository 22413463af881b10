"""What somebody was told: the page behind every letter's link."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from network.notices.actions.tell import mark_read
from network.notices.models import Notice
from network.notices.shown import still_shown

PAGE = 30
# Older ones are kept, and no longer shown: each is asked again whether it still holds.
NEWEST = 100


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """One's notices, newest first, each asked again whether it still holds."""
    mine = Notice.objects.visible_to(request.viewer).select_related("person").order_by("-told_at", "-pk")
    # Asked before it is cut into pages: the number of pages must not tell of what is no longer there.
    page = Paginator(still_shown(list(mine[:NEWEST])), PAGE).get_page(request.GET.get("page"))
    return render(request, "network/notices/notice/list.html", {"shown": page.object_list, "page": page})


@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """Mark all of one's notices as read."""
    mark_read(by=request.viewer, notices=list(Notice.objects.visible_to(request.viewer).unread()))
    return redirect("notices")
