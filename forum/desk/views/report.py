"""Reporting a message, in two steps and without JavaScript; and the moderators' list."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from forum.desk.actions.report import AlreadyDecided, ReportingTooFast, decide_report, report_message
from forum.desk.forms import DecisionForm, ReportForm
from forum.desk.models import Report
from forum.talk.rules import can_report
from forum.talk.views.message import find_message
from network.access.answers import refuse
from network.access.visible import find, hide_unless
from network.people.models import RoleKind
from network.records.actions.log import record_staff_action

NEW = "forum/desk/report/new.html"
DESK = "forum/desk/report/detail.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """What is wrong with it, and thank you."""
    message = find_message(request, thread_id, public_id)
    hide_unless(can_report(request.viewer, message))
    form = ReportForm(request.POST or None, initial={"key": uuid4()})
    context = {"message": message, "thread": message.thread, "form": form}
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        report = report_message(by=request.viewer, message=message, **form.cleaned_data)
    except ReportingTooFast as problem:
        form.add_error("reason", str(problem))
        return refuse(request, NEW, context, status=429)
    return render(request, "forum/desk/report/done.html", {"report": report, "thread": message.thread})


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What waits for a moderator, oldest first."""
    hide_unless(request.viewer.has(RoleKind.MODERATOR, RoleKind.OWNER))
    reports = Report.objects.visible_to(request.viewer).open().order_by("reported_at", "pk")
    return render(request, "forum/desk/report/list.html", {"reports": reports[:100]})


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, public_id: str) -> HttpResponse:
    """One report: the reported words alone, whatever room they stand in."""
    report = find(Report.objects.select_related("message__author"), request.viewer, public_id)
    form = DecisionForm(request.POST or None)
    context = {"report": report, "form": form}
    if request.method == "GET":
        record_staff_action(by=request.viewer, verb="read_report", about_id=report.message.author_id)
    if request.method == "GET" or not form.is_valid():
        return render(request, DESK, context, status=200 if request.method == "GET" else 422)
    words = form.cleaned_data
    try:
        decide_report(by=request.viewer, report=report, hide=words["decision"] == "hide", reason=words["reason"])
    except AlreadyDecided:
        form.add_error(None, "Another moderator has decided this report. Your words are still here.")
        return refuse(request, DESK, context, status=409)
    return redirect("reports")
