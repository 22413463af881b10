"""The composer's second button."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from forum.talk.actions.draft import keep_draft
from forum.talk.forms import DraftForm
from forum.talk.models import Thread
from forum.talk.views.message import not_taken
from network.access.visible import Refused, find


@require_POST
def keep(request: HttpRequest, public_id: str) -> HttpResponse:
    """Keep what was begun, and offer it again in the composer."""
    thread = find(Thread.objects.for_page(request.viewer), request.viewer, public_id)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return not_taken(request, thread, form, 422)
    try:
        keep_draft(by=request.viewer, thread=thread, body=form.cleaned_data["body"])
    except Refused as problem:
        form.add_error("body", str(problem))
        return not_taken(request, thread, form, 409, problem)
    answered = form.cleaned_data["reply_to"]
    mark = f"?{urlencode({'reply': answered})}" if answered else ""
    return redirect(f"{reverse('thread', args=[public_id])}{mark}#compose")
