"""The moderators' table: the queue, and one case."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.concerns.about import about_author
from forum.concerns.actions.matter import (
    AlreadyTaken,
    HandsFull,
    NoLead,
    claim_matter,
    pass_matter,
    release_matter,
)
from forum.concerns.models import HEAVY, Duty
from forum.concerns.rules import can_sit, is_conflicted
from forum.desk.actions.decision import decide_case
from forum.desk.forms import CARDS, DECISIONS, EVERYWHERE, OF_SOMEBODY, PASS, DecisionForm, ShowForm
from forum.desk.lists import (
    earlier_of,
    extract_of,
    how_many_open,
    place,
    queue,
    reports_of,
    voices_of,
    waiting_appeals,
    waiting_proposals,
)
from forum.desk.models import Case
from forum.desk.models.report import AT_RISK
from forum.desk.notices import PASSED
from forum.desk.wording import first_draft
from forum.spaces.rules import can_open_space
from forum.talk.models import Held
from network.access.answers import refuse
from network.access.once import new_key
from network.access.viewer import Viewer
from network.access.visible import Refused, find, hide_unless
from network.records.actions.log import record_staff_action

DETAIL = "forum/desk/case/detail.html"
FIRST = "Another moderator has taken this or has decided it."
TAKEN = "Another moderator has taken this or has decided it. Your words are still here."


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What waits for a moderator, the most urgent first."""
    hide_unless(can_sit(request.viewer))
    show = ShowForm(request.GET).chosen()
    context = {"rows": queue(request.viewer, show), "show": show, "many": how_many_open(request.viewer)}
    context["appeals"] = waiting_appeals(request.viewer, show)
    context["proposals"] = waiting_proposals(request.viewer, show)
    context |= {"duty": Duty.objects.visible_to(request.viewer).first(), "key": new_key()}
    context |= {"held": Held.objects.waiting_for(request.viewer).count(), "runs_all": can_open_space(request.viewer)}
    return render(request, "forum/desk/case/list.html", context)


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One case: the reported words with one message either side, whatever room they stand in."""
    case = find_case(request, public_id)
    form = DecisionForm(request.POST or None, offered=offered(request.viewer, case))
    if request.method == "GET":
        record_staff_action(by=request.viewer, verb="read_case", about_id=case.message.author_id)
    if request.method == "GET" or not form.is_valid():
        return render(request, DETAIL, shown(request, case, form), status=200 if request.method == "GET" else 422)
    try:
        settle(request.viewer, case, **form.cleaned_data)
    except (AlreadyTaken, NoLead, Refused) as problem:
        form.add_error(None, str(problem) or TAKEN)
        return refuse(request, DETAIL, shown(request, case, form), status=409)
    return redirect("aftercare" if is_heavy(case) and form.cleaned_data["decision"] != PASS else "cases")


def is_heavy(case: Case) -> bool:
    """Whether one may want a moment after it."""
    return case.reports.filter(reason__in=HEAVY).exists()


def offered(viewer: Viewer, case: Case) -> list[tuple[str, SafeString]]:
    """The cards: a colleague of the author passes it on alone, and whoever moderates one space pauses nobody."""
    if is_conflicted(viewer, case.about_id):
        return CARDS[-1:]
    withheld = (OF_SOMEBODY if case.message.pen_name else set()) | (set() if can_open_space(viewer) else EVERYWHERE)
    return [one for one in CARDS if one[0] not in withheld]


def settle(viewer: Viewer, case: Case, decision: str, reason: str, **said: str) -> None:
    """Pass it on, or decide it: `said` are the words to the author and the rule they quote."""
    if decision == PASS:
        pass_matter(by=viewer, matter=case, reason=reason, kind=PASSED)
    else:
        quoting = replace(DECISIONS[decision], rule=said["rule"])
        decide_case(by=viewer, case=case, decision=quoting, reason=reason, words=said["words"])


@require_POST
def claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take it."""
    case = find_case(request, public_id)
    try:
        claim_matter(by=request.viewer, matter=case)
    except (AlreadyTaken, HandsFull) as problem:
        case.refresh_from_db()
        form = DecisionForm(offered=offered(request.viewer, case))
        context = shown(request, case, form) | {"why_not": str(problem) or FIRST}
        return refuse(request, DETAIL, context, status=409)
    return redirect("case", public_id)


@require_POST
def release(request: HttpRequest, public_id: str) -> HttpResponse:
    """Give it back."""
    release_matter(by=request.viewer, matter=find_case(request, public_id))
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
    form.initial["words"] = first_draft(case.message, reports[0].reason)
    context = {"case": case, "form": form, "reports": reports, "voices": voices_of(reports)}
    context["is_heavy"] = any(report.is_heavy for report in reports)
    context["is_urgent"] = any(report.reason in AT_RISK for report in reports)
    context |= {"place": place(viewer, case), "extract": extract_of(viewer, case.message)}
    context["can_propose"] = can_open_space(viewer) and case.about_id is not None
    context |= {"about": about_author(viewer, case.about_id, but=case.message_id), "earlier": earlier_of(case)}
    return context | {"is_mine": case.claimed_by_id == viewer.person_id}
