"""The welcome desk: who waits, and what the office decides."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from network.access.answers import refuse
from network.access.visible import find, hide_unless
from network.membership.actions.request import AlreadyDecided, accept_claim, admit_ally, candidates_for, decline
from network.membership.forms import DecisionForm
from network.membership.models import AllyRequest, Claim, Pledge, RosterEntry
from network.membership.rules import can_welcome

KINDS = {"ally": AllyRequest, "alumni": Claim}
DETAIL = "network/membership/welcome/detail.html"


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Those who wait, the longest first."""
    hide_unless(can_welcome(request.viewer))
    requests = AllyRequest.objects.visible_to(request.viewer).waiting().select_related("person")
    claims = Claim.objects.visible_to(request.viewer).waiting().select_related("person")
    context = {"requests": requests.order_by("asked_at"), "claims": claims.order_by("asked_at")}
    return render(request, "network/membership/welcome/list.html", context)


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, way: str, public_id: str) -> HttpResponse:
    """One of them, with what the office needs to decide."""
    hide_unless(way in KINDS)
    asked = find(KINDS[way].objects.select_related("person"), request.viewer, public_id)
    form = DecisionForm(request.POST or None)
    context = {"asked": asked, "way": way, "form": form, **help_for(asked)}
    if request.method == "GET" or not form.is_valid():
        return render(request, DETAIL, context, status=200 if request.method == "GET" else 422)
    try:
        decide(request, asked, form)
    except AlreadyDecided:
        form.add_error(None, "Somebody else has decided this meanwhile. Your words are still here.")
        return refuse(request, DETAIL, context, status=409)
    return redirect("welcome_desk")


def help_for(asked: AllyRequest | Claim) -> dict:
    if isinstance(asked, Claim):
        return {"candidates": candidates_for(asked)}
    return {"pledge": Pledge.objects.filter(person=asked.person).first()}


def decide(request: HttpRequest, asked: AllyRequest | Claim, form: DecisionForm) -> None:
    words = form.cleaned_data
    if words["decision"] == "decline":
        decline(by=request.viewer, asked=asked, reason=words["reason"])
    elif isinstance(asked, Claim):
        entry = RosterEntry.objects.filter(pk=words["entry"]).first() if words["entry"] else None
        accept_claim(by=request.viewer, claim=asked, entry=entry)
    else:
        admit_ally(by=request.viewer, request=asked)
