"""What one's own message said before."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from forum.talk.models import EarlierWords
from forum.talk.views.message import find_own
from network.access.visible import hide_unless

PER_PAGE = 25


@require_GET
def history(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """The words that stood there, the latest first."""
    message = find_own(request, thread_id, public_id)
    earlier = EarlierWords.objects.visible_to(request.viewer).filter(message=message).latest_first()
    page = Paginator(earlier, PER_PAGE).get_page(request.GET.get("page"))
    hide_unless(page.paginator.count > 0)
    return render(request, "forum/talk/edit/list.html", {"message": message, "thread": message.thread, "page": page})
