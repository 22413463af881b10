"""What somebody was told: the page behind every letter's link."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from network.notices.actions.tell import clear_all, mark_read
from network.notices.models import Notice
from network.notices.shown import lines_of, still_shown

PAGE = 30
# Older ones are kept, and no longer shown: each is asked again whether it still holds.
NEWEST = 100
TABS = {"": "All", "mentions": "Mentions", "events": "Events"}


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """One's notices, newest first, each asked again whether it still holds, those of one thing on one line."""
    mine = Notice.objects.visible_to(request.viewer).kept().select_related("person").order_by("-told_at", "-pk")
    # Asked before it is cut into pages: the number of pages must not tell of what is no longer there.
    lines = lines_of(still_shown(list(mine[:NEWEST])))
    chosen = tab if (tab := request.GET.get("tab", "")) in TABS else ""
    page = Paginator([line for line in lines if chosen in ("", line.kind.tab)], PAGE).get_page(request.GET.get("page"))
    new = {tab: sum(line.is_new for line in lines if line.kind.tab == tab) for tab in TABS if tab}
    tabs = [(tab, words, new.get(tab, 0)) for tab, words in TABS.items()]
    return render(request, "network/notices/notice/list.html", {"page": page, "tabs": tabs, "chosen": chosen})


@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """Mark all of one's notices as read."""
    mark_read(by=request.viewer, notices=list(Notice.objects.visible_to(request.viewer).unread()))
    return redirect("notices")


@require_POST
def clear(request: HttpRequest) -> HttpResponse:
    """Take all of one's notices off the page."""
    clear_all(by=request.viewer)
    return redirect("notices")
