"""Reading more of a private conversation than was reported, by two people."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.concerns.models import Matter, matter_seen
from forum.extracts.actions.widening import (
    ask_widening,
    open_widening,
    read_widening,
    refuse_widening,
    withdraw_widening,
)
from forum.extracts.forms import AnswerForm, WideningForm
from forum.extracts.lists import MOST_WIDER
from forum.extracts.models import Widening
from forum.extracts.rules import can_answer_widening, can_ask_widening, can_read_widening
from forum.spaces.actions.takes_two import AlreadyAsked, AlreadyDecided
from forum.talk.models import Message
from network.access.answers import refuse
from network.access.naming import staff_name
from network.access.visible import find, hide_unless

NEW = "forum/extracts/widening/new.html"
DETAIL = "forum/extracts/widening/detail.html"
GONE = "A former member"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask for more of the conversation a case is about."""
    matter, about = find_matter(request, public_id)
    form = WideningForm(request.POST or None)
    context = {"matter": matter, "form": form, "most": MOST_WIDER}
    if request.method == "GET":
        return render(request, NEW, context)
    if not form.is_valid():
        return refuse(request, NEW, context)
    try:
        widening = ask_widening(by=request.viewer, matter=matter, about=about, why=form.why())
    except AlreadyAsked as problem:
        form.add_error(None, str(problem))
        return refuse(request, NEW, context, status=409)
    return redirect("widening", widening.public_id)


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One request, and the second person's answer."""
    widening = find_widening(request, public_id)
    form = AnswerForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return render(request, DETAIL, shown(request, widening), status=200 if request.method == "GET" else 422)
    answer = open_widening if form.cleaned_data["answer"] == "open" else refuse_widening
    try:
        answer(by=request.viewer, widening=widening)
    except AlreadyDecided as problem:
        return refuse(request, DETAIL, shown(request, widening) | {"problem": str(problem)}, status=409)
    return redirect("widening", public_id)


@require_POST
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    """One's own request, while nobody has answered it."""
    widening = find_widening(request, public_id)
    try:
        withdraw_widening(by=request.viewer, widening=widening)
    except AlreadyDecided as problem:
        return refuse(request, DETAIL, shown(request, widening) | {"problem": str(problem)}, status=409)
    return redirect("widening", public_id)


@require_GET
def words(request: HttpRequest, public_id: str) -> HttpResponse:
    """What stands around the reported message. For everybody but the two, and once it has ended, no such page."""
    widening = find_widening(request, public_id)
    hide_unless(can_read_widening(request.viewer, widening))
    messages = read_widening(by=request.viewer, widening=widening)
    return render(request, "forum/extracts/widening/words.html", {"widening": widening, "messages": messages})


def find_matter(request: HttpRequest, public_id: str) -> tuple[Matter, Message]:
    """What is about a message of a private conversation, and that message. Nothing else has more to open."""
    matter = matter_seen(request.viewer, public_id)
    about = getattr(matter, "message", None)
    hide_unless(matter is not None and about is not None and can_ask_widening(request.viewer, matter, about))
    assert matter is not None and about is not None  # For the type checker: hidden otherwise.
    return matter, about


def find_widening(request: HttpRequest, public_id: str) -> Widening:
    """The request, through sight."""
    rows = Widening.objects.select_related("about__space", "about__author", "asked_by", "decided_by")
    return find(rows, request.viewer, public_id)


def shown(request: HttpRequest, widening: Widening) -> dict[str, object]:
    """What stands on its page."""
    widening.refresh_from_db()
    viewer = request.viewer
    two = {"asked_by": widening.asked_by, "decided_by": widening.decided_by}
    context = {key: staff_name(viewer, person, gone=GONE) for key, person in two.items()}
    context |= {"widening": widening, "can_answer": can_answer_widening(viewer, widening), "most": MOST_WIDER}
    return context | {
        "can_read": can_read_widening(viewer, widening),
        "is_mine": widening.asked_by_id == viewer.person_id,
    }
