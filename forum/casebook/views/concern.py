"""One concern about anything but a message, taken and decided like a case."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST

from forum.casebook.forms import ACT, ASK, ASK_CARD, CONCERN_CARDS, COVER_CARDS, ConcernDecisionForm, offer_asking
from forum.concerns.about import about_author
from forum.concerns.actions.concern import Hiding, NobodyToAsk, decide_concern, place_of
from forum.concerns.actions.matter import (
    AlreadyTaken,
    HandsFull,
    NoLead,
    claim_matter,
    pass_matter,
    release_matter,
)
from forum.concerns.models import Concern
from forum.concerns.notices import PASSED
from forum.concerns.rules import is_conflicted
from forum.concerns.subject import kept_of
from forum.covers.forms import offer_hiding
from forum.desk.forms import PASS
from forum.desk.views.case import FIRST, TAKEN
from forum.spaces.rules import can_open_space
from network.access.answers import refuse
from network.access.viewer import Viewer
from network.access.visible import find
from network.records.actions.log import record_staff_action

DETAIL, APPEAL = "forum/casebook/concern/detail.html", "forum/casebook/concern/appeal.html"


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """What was reported as it stood, what was said about it, and the choice."""
    concern = find_concern(request, public_id)
    form, page = form_for(request.viewer, concern, request.POST or None), page_of(concern)
    if request.method == "GET":
        record_staff_action(by=request.viewer, verb=f"read_{concern.in_log}", about_id=concern.about_id)
    if request.method == "GET" or not form.is_valid():
        return render(request, page, shown(request, concern, form), status=200 if request.method == "GET" else 422)
    try:
        settle(request.viewer, concern, **form.cleaned_data)
    except (AlreadyTaken, NobodyToAsk, NoLead) as problem:
        form.add_error(None, str(problem) or TAKEN)
        return refuse(request, page, shown(request, concern, form), status=409)
    return redirect("aftercare" if concern.is_heavy and form.cleaned_data["decision"] != PASS else "cases")


def offered(viewer: Viewer, concern: Concern) -> list[tuple[str, SafeString]]:
    """The cards: a colleague of the person it is about passes it on alone. Those who keep a thing can be asked."""
    cards = COVER_CARDS if concern.is_appeal else CONCERN_CARDS
    if kept_of(concern.kind, concern.ref).people:
        cards = [*cards[:-1], ASK_CARD, cards[-1]]
    return cards[-1:] if is_conflicted(viewer, concern.about_id) else cards


def page_of(concern: Concern) -> str:
    """An appeal says nothing of whoever decided."""
    return APPEAL if concern.is_appeal else DETAIL


def form_for(viewer: Viewer, concern: Concern, said: QueryDict | None = None) -> ConcernDecisionForm:
    """The cards, and what can be hidden by whoever may do more than pass it on."""
    cards = offered(viewer, concern)
    form = ConcernDecisionForm(said, offered=cards)
    if len(cards) > 1:
        offer_hiding(form, place_of(concern))
    # What was written comes back, though the last who could be asked has gone.
    if ASK_CARD in cards or (said and said.get("asks")):
        offer_asking(form)
    return form


def settle(viewer: Viewer, concern: Concern, decision: str, reason: str, **said: Any) -> None:
    """Pass it on, or decide it."""
    if decision == PASS:
        pass_matter(by=viewer, matter=concern, reason=reason, kind=PASSED)
    else:
        decide_concern(by=viewer, concern=concern, acts=decision in (ACT, ASK), reason=reason, hiding=Hiding(**said))


@require_POST
def claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take it."""
    concern = find_concern(request, public_id)
    try:
        claim_matter(by=request.viewer, matter=concern)
    except (AlreadyTaken, HandsFull) as problem:
        concern.refresh_from_db()
        form = form_for(request.viewer, concern)
        context = shown(request, concern, form) | {"why_not": str(problem) or FIRST}
        return refuse(request, page_of(concern), context, status=409)
    return redirect("concern", public_id)


@require_POST
def release(request: HttpRequest, public_id: str) -> HttpResponse:
    """Give it back."""
    release_matter(by=request.viewer, matter=find_concern(request, public_id))
    return redirect("cases")


def find_concern(request: HttpRequest, public_id: str) -> Concern:
    """The concern, through sight."""
    return find(Concern.objects.select_related("about", "claimed_by"), request.viewer, public_id)


def shown(request: HttpRequest, concern: Concern, form: ConcernDecisionForm) -> dict[str, Any]:
    """What stands on the page of a concern."""
    viewer = request.viewer
    concern.refresh_from_db(fields=["state", "decided_at", "decision_reason", "is_for_lead", "asked"])
    context = {"concern": concern, "form": form, "is_mine": concern.claimed_by_id == viewer.person_id}
    context["can_propose"] = can_open_space(viewer) and concern.about_id is not None and not concern.is_appeal
    return context | {"about": about_author(viewer, concern.about_id)}
