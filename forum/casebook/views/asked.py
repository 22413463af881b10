"""What those who keep a thing are asked about it, after a report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from forum.concerns.models import Concern
from forum.concerns.rules import is_asked
from forum.concerns.subject import kept_of
from network.access.visible import hide_unless


@require_GET
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """What it said when it was reported, and the moderators' words: theirs while it is theirs to change. It names
    neither who decided nor who reported, and shows nothing of what the reporter said."""
    concern = Concern.objects.filter(public_id=public_id).first()
    hide_unless(concern is not None and is_asked(request.viewer, concern))
    context = {"concern": concern, "where": kept_of(concern.kind, concern.ref).where}
    return render(request, "forum/casebook/asked/detail.html", context)
