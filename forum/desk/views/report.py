"""Reporting a message, in two steps and without JavaScript."""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from forum.desk.actions.report import ReportingTooFast, report_message
from forum.desk.forms import ReportForm
from forum.desk.models import Report
from forum.extracts.forms import offer_beside
from forum.folds.actions.fold import fold_away
from forum.folds.forms import chosen, offer_folding
from forum.talk.models import Message
from forum.talk.rules import can_report
from forum.talk.views.message import find_message
from network.access.answers import refuse
from network.access.viewer import Viewer
from network.access.visible import Refused, hide_unless

NEW = "forum/desk/report/new.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """What is wrong with it, and thank you."""
    message = find_message(request, thread_id, public_id)
    # Words already written come back, even where the message was hidden while they were.
    is_late = request.method == "POST" and message.author_id != request.viewer.person_id
    hide_unless(is_late or can_report(request.viewer, message))
    form = form_about(request, message)
    context = {"message": message, "thread": message.thread, "form": form}
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        report = send(request.viewer, message, form.cleaned_data)
    except (ReportingTooFast, Refused) as problem:
        form.add_error("reason", str(problem))
        return refuse(request, NEW, context, status=429 if isinstance(problem, ReportingTooFast) else 409)
    return render(request, "forum/desk/report/done.html", {"report": report, "thread": message.thread})


def form_about(request: HttpRequest, message: Message) -> ReportForm:
    """What is asked about it; of a private conversation also what else may be read."""
    form = ReportForm(request.POST or None, initial={"key": uuid4()})
    offer_beside(form, request.viewer, message)
    offer_folding(form, request.viewer, message)
    return form


def send(viewer: Viewer, message: Message, said: dict[str, Any]) -> Report:
    """Report it, and have it out of one's own sight as one chose."""
    away = chosen(said)
    report = report_message(by=viewer, message=message, **said)
    if any(away.values()):
        fold_away(by=viewer, message=message, **away)
    return report
