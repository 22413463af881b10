"""The moderators' table: the queue, and one case."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.desk.actions.case import AlreadyTaken, claim_case, decide_case, release_case
from forum.desk.forms import DecisionForm, ShowForm
from forum.desk.lists import earlier_of, extract_of, how_many_open, place, queue, reports_of, voices_of
from forum.desk.models import Case
from forum.desk.rules import can_sit
from network.access.answers import refuse
from network.access.visible import find, hide_unless
from network.records.actions.log import record_staff_action

DETAIL = "forum/desk/case/detail.html"
TAKEN = "Another moderator has taken this or has decided it. Your words are still here."


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What waits for a moderator, the most urgent first."""
    hide_unless(can_sit(request.viewer))
    show = ShowForm(request.GET).chosen()
    context = {"rows": queue(request.viewer, show), "show": show, "many": how_many_open(request.viewer)}
    return render(request, "forum/desk/case/list.html", context)


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One case: the reported words with one message either side, whatever room they stand in."""
    case = find_case(request, public_id)
    form = DecisionForm(request.POST or None)
    if request.method == "GET":
        record_staff_action(by=request.viewer, verb="read_case", about_id=case.message.author_id)
    if request.method == "GET" or not form.is_valid():
        return render(request, DETAIL, shown(request, case, form), status=200 if request.method == "GET" else 422)
    words = form.cleaned_data
    try:
        decide_case(by=request.viewer, case=case, hide=words["decision"] == "hide", reason=words["reason"])
    except AlreadyTaken:
        form.add_error(None, TAKEN)
        return refuse(request, DETAIL, shown(request, case, form), status=409)
    return redirect("cases")


@require_POST
def claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take it."""
    case = find_case(request, public_id)
    try:
        claim_case(by=request.viewer, case=case)
    except AlreadyTaken:
        case.refresh_from_db()
        form = DecisionForm()
        return refuse(request, DETAIL, {**shown(request, case, form), "is_taken": True}, status=409)
    return redirect("case", public_id)


@require_POST
def release(request: HttpRequest, public_id: str) -> HttpResponse:
    """Give it back."""
    release_case(by=request.viewer, case=find_case(request, public_id))
    return redirect("cases")


def find_case(request: HttpRequest, public_id: str) -> Case:
    """The case, through sight."""
    return find(
        Case.objects.select_related("message__author", "message__space", "claimed_by"), request.viewer, public_id
    )


def shown(request: HttpRequest, case: Case, form: DecisionForm) -> dict[str, Any]:
    """What stands on the page of a case."""
    viewer = request.viewer
    reports = reports_of(viewer, case)
    context = {"case": case, "form": form, "reports": reports, "voices": voices_of(reports)}
    context |= {"place": place(viewer, case), "extract": extract_of(viewer, case.message)}
    return context | {"is_mine": case.claimed_by_id == viewer.person_id, "earlier": earlier_of(case)}
