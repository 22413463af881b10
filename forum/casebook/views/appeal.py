"""Appealing against a decision, in two steps and without JavaScript; and looking again."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.casebook.actions.appeal import appeal_against, judge_appeal, latest_decision
from forum.casebook.actions.lifting import NothingToEnd
from forum.casebook.actions.second_look import NOBODY, AlreadyAppealed, NobodyElse, judges_of
from forum.casebook.forms import RESTORE, AppealForm, MessageJudgementForm
from forum.concerns.about import about_author
from forum.concerns.actions.matter import AlreadyTaken
from forum.desk.lists import extract_of, place, reports_of
from forum.desk.models import Appeal
from forum.desk.rules import can_appeal, can_judge
from forum.talk.views.message import find_message
from network.access.answers import refuse
from network.access.visible import find, hide_unless
from network.records.actions.log import record_staff_action

NEW = "forum/casebook/appeal/new.html"
DETAIL = "forum/casebook/appeal/detail.html"
TAKEN = "Somebody else has decided this. Your words are still here."


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Why it should stand. For everybody but the author of a message a decision hides there is no such page."""
    message = find_message(request, thread_id, public_id)
    hide_unless(can_appeal(request.viewer, message))
    form = AppealForm(request.POST or None)
    context = {"message": message, "thread": message.thread, "form": form}
    context["appeal"] = Appeal.objects.about(message).first()
    context["nobody"] = "" if judges_of(latest_decision(message), can_judge) else NOBODY
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        appeal_against(by=request.viewer, message=message, **form.cleaned_data)
    except (AlreadyAppealed, NobodyElse) as problem:
        form.add_error(None, str(problem))
        return refuse(request, NEW, context, status=409)
    return redirect("message", thread_id, public_id)


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One appeal: the decision, what the author says against it, and the choice."""
    appeal = find(Appeal.objects.select_related("case__message__author"), request.viewer, public_id)
    form = MessageJudgementForm(request.POST or None)
    if request.method == "GET":
        record_staff_action(by=request.viewer, verb="read_appeal", about_id=appeal.case.message.author_id)
    if request.method == "GET" or not form.is_valid():
        return render(request, DETAIL, shown(request, appeal, form), status=200 if request.method == "GET" else 422)
    words = form.cleaned_data
    try:
        judge_appeal(by=request.viewer, appeal=appeal, restores=words["decision"] == RESTORE, reason=words["reason"])
    except (AlreadyTaken, NothingToEnd) as problem:
        form.add_error(None, str(problem) or TAKEN)
        return refuse(request, DETAIL, shown(request, appeal, form), status=409)
    return redirect("cases")


def shown(request: HttpRequest, appeal: Appeal, form: MessageJudgementForm) -> dict[str, Any]:
    """What stands on the page of an appeal."""
    viewer, case = request.viewer, appeal.case
    appeal.refresh_from_db(fields=["state", "decided_at", "reason"])
    context = {"appeal": appeal, "case": case, "form": form, "reports": reports_of(viewer, case)}
    context["is_heavy"] = any(report.is_heavy for report in context["reports"])
    context |= {"place": place(viewer, case), "extract": extract_of(viewer, case.message)}
    return context | {"about": about_author(viewer, case.about_id, but=case.message_id)}
