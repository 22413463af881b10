"""Opening a seal, by two people."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.sealed.actions.opening import (
    AlreadySeen,
    ask_for_opening,
    look_once,
    open_seal,
    refuse_opening,
    withdraw_opening,
)
from forum.sealed.forms import AnswerForm, OpeningForm
from forum.sealed.models import Opening
from forum.sealed.rules import can_decide_opening, can_keep_pens, can_look
from forum.sealed.secrets import CannotOpen
from forum.sealed.views.pen import find_pen
from forum.spaces.actions.takes_two import AlreadyAsked, AlreadyDecided
from network.access.answers import refuse
from network.access.naming import staff_name
from network.access.visible import Refused, find, hide_unless

NEW = "forum/sealed/opening/new.html"
DETAIL = "forum/sealed/opening/detail.html"
UNREADABLE = "No key of this installation reads this seal. It cannot be opened."
GONE = "A former member"
MOST = 100


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask for the seal of a pen to be opened."""
    seal = find_pen(request, public_id)
    form = OpeningForm(request.POST or None)
    context = {"seal": seal, "message_id": public_id, "form": form}
    if request.method == "GET":
        return render(request, NEW, context)
    if not form.is_valid():
        return refuse(request, NEW, context)
    try:
        opening = ask_for_opening(by=request.viewer, seal=seal, **form.asked())
    except AlreadyAsked as problem:
        form.add_error(None, str(problem))
        return refuse(request, NEW, context, status=409)
    return redirect("opening", opening.public_id)


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What was asked for and what was opened, the latest first."""
    hide_unless(can_keep_pens(request.viewer))
    openings = Opening.objects.visible_to(request.viewer).select_related("seal", "asked_by")
    rows = [(one, staff_name(request.viewer, one.asked_by, gone="")) for one in openings.order_by("-pk")[:MOST]]
    return render(request, "forum/sealed/opening/list.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One opening, and the second person's answer."""
    opening = find_opening(request, public_id)
    form = AnswerForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return render(request, DETAIL, shown(request, opening), status=200 if request.method == "GET" else 422)
    answer = open_seal if form.cleaned_data["answer"] == "open" else refuse_opening
    try:
        answer(by=request.viewer, opening=opening)
    except AlreadyDecided as problem:
        return refuse(request, DETAIL, shown(request, opening) | {"problem": str(problem)}, status=409)
    except CannotOpen:
        return refuse(request, DETAIL, shown(request, opening) | {"problem": UNREADABLE}, status=409)
    return redirect("opening", public_id)


@require_POST
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    """One's own request, while nobody has answered it."""
    opening = find_opening(request, public_id)
    try:
        withdraw_opening(by=request.viewer, opening=opening)
    except AlreadyDecided as problem:
        return refuse(request, DETAIL, shown(request, opening) | {"problem": str(problem)}, status=409)
    return redirect("opening", public_id)


@require_POST
def look(request: HttpRequest, public_id: str) -> HttpResponse:
    """The name, once: the answer itself, at no address of its own. Asked for again, it is not there."""
    opening = find_opening(request, public_id)
    try:
        person = look_once(by=request.viewer, opening=opening)
    except (AlreadySeen, Refused) as problem:
        return refuse(request, DETAIL, shown(request, opening) | {"problem": str(problem)}, status=409)
    except CannotOpen:
        return refuse(request, DETAIL, shown(request, opening) | {"problem": UNREADABLE}, status=409)
    return render(request, "forum/sealed/opening/name.html", {"opening": opening, "person": person})


def find_opening(request: HttpRequest, public_id: str) -> Opening:
    """The opening, through sight."""
    return find(Opening.objects.select_related("seal", "asked_by", "decided_by"), request.viewer, public_id)


def shown(request: HttpRequest, opening: Opening) -> dict[str, object]:
    """What stands on its page."""
    opening.refresh_from_db()
    viewer = request.viewer
    two = {"asked_by": opening.asked_by, "decided_by": opening.decided_by}
    context = {key: staff_name(viewer, person, gone=GONE) for key, person in two.items()}
    context |= {"opening": opening, "can_decide": can_decide_opening(viewer, opening)}
    return context | {"can_look": can_look(viewer, opening), "is_mine": opening.asked_by_id == viewer.person_id}
