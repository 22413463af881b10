"""Folding a message away, and reading it again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from forum.folds.actions.fold import fold_away, unfold
from forum.folds.forms import FoldForm
from forum.folds.rules import can_fold
from forum.talk.views.message import find_message
from network.access.visible import hide_unless

NEW = "forum/folds/fold/new.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """What to fold away: this message, or all its author says."""
    message = find_message(request, thread_id, public_id)
    hide_unless(can_fold(request.viewer, message))
    form = FoldForm(request.POST or None, initial={"folds": True})
    if request.method == "GET" or not form.is_valid():
        context = {"message": message, "thread": message.thread, "form": form}
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    fold_away(by=request.viewer, message=message, **form.cleaned_data)
    return redirect(f"{reverse('thread', args=[thread_id])}?at={public_id}")


@require_POST
def remove(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Read the message again."""
    unfold(by=request.viewer, message=find_message(request, thread_id, public_id))
    return redirect("message", thread_id, public_id)
