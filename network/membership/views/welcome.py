"""The welcome desk: who waits, and what the office decides."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from network.access.answers import refuse
from network.access.visible import find, hide_unless
from network.membership.actions.case import AlreadyDecided, ask_about, decline
from network.membership.actions.claim import accept_claim
from network.membership.actions.request import admit_ally, the_organisation
from network.membership.candidates import candidates_for
from network.membership.cases import KINDS, waiting_cases
from network.membership.decisions import ClaimDecisionForm, DecisionForm
from network.membership.models import Case, Claim, Pledge, RosterEntry
from network.membership.rules import can_welcome
from network.records.actions.log import record_staff_action

DETAIL = "network/membership/welcome/detail.html"


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Those who wait, the longest first."""
    hide_unless(can_welcome(request.viewer))
    return render(request, "network/membership/welcome/list.html", {"cases": waiting_cases(request.viewer)})


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, way: str, public_id: str) -> HttpResponse:
    """One of them, with what the office needs to decide."""
    hide_unless(way in KINDS and can_welcome(request.viewer))
    case = find(KINDS[way].objects.select_related("person"), request.viewer, public_id)
    context = {"case": case, **help_for(case, request.POST or None)}
    if request.method == "GET":
        record_staff_action(by=request.viewer, verb="read_case", about_id=case.person_id)
        return render(request, DETAIL, context)
    if not context["form"].is_valid():
        return refuse(request, DETAIL, context)
    try:
        decide(request, case, context["form"].cleaned_data)
    except AlreadyDecided:
        return refuse(request, DETAIL, context | {"is_late": True}, status=409)
    return redirect("welcome_desk")


def help_for(case: Case, posted: Any) -> dict[str, Any]:
    knows = the_organisation(case.organisation_text) is not None
    if isinstance(case, Claim):
        candidates = candidates_for(case)
        form = ClaimDecisionForm(posted, candidates=candidates, knows_employer=knows)
        return {"candidates": candidates, "form": form}
    pledge = Pledge.objects.filter(person=case.person).order_by("-made_at").first()
    return {"pledge": pledge, "form": DecisionForm(posted, knows_employer=knows)}


def decide(request: HttpRequest, case: Case, chosen: dict[str, Any]) -> None:
    if chosen["decision"] == "decline":
        decline(by=request.viewer, case=case, reason=chosen["words"])
    elif chosen["decision"] == "ask":
        ask_about(by=request.viewer, case=case, question=chosen["words"])
    elif isinstance(case, Claim):
        entry = RosterEntry.objects.filter(pk=chosen["entry"]).first()
        employer = chosen.get("organisation")
        accept_claim(by=request.viewer, claim=case, entry=entry, cohort=chosen["cohort"], organisation=employer)
    else:
        admit_ally(by=request.viewer, request=case, organisation=chosen.get("organisation"))
