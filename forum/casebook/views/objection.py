"""Appealing against what was done about oneself, signed in or by the letter; and looking at it again."""

from collections.abc import Callable
from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.casebook.actions.lifting import NothingToEnd
from forum.casebook.actions.objection import judge_objection, object_to_declining, object_to_measure
from forum.casebook.actions.second_look import AlreadyAppealed, NobodyElse
from forum.casebook.forms import OVERTURN, JudgementForm, ObjectionForm
from forum.casebook.models import Objection
from forum.casebook.rules import can_appeal_declined, can_appeal_measure, can_judge
from forum.casebook.wording import in_words
from forum.concerns.actions.matter import AlreadyTaken, HandsFull, claim_matter, release_matter
from forum.concerns.models import Measure
from forum.concerns.wording import read_word
from forum.desk.views.case import FIRST, TAKEN
from forum.talk.models import Held
from network.access.answers import refuse
from network.access.visible import Refused, find, hide_unless
from network.records.actions.log import record_staff_action

NEW = "forum/casebook/objection/new.html"
DETAIL = "forum/casebook/objection/detail.html"
OFTEN = "We have had several appeals from where you are. Wait ten minutes, then send it again."


@require_http_methods(["GET", "POST"])
def of_measure(request: HttpRequest, public_id: str) -> HttpResponse:
    """Against what is done about oneself."""
    measure = Measure.objects.told_to(request.viewer).filter(public_id=public_id).first()
    hide_unless(measure is not None)
    earlier = Objection.objects.filter(measure=measure).first()
    hide_unless(earlier is not None or can_appeal_measure(measure))
    context = {"earlier": earlier, "said": measure.words, "back": "my_measure", "back_to": public_id}
    return asked(request, context, lambda said: object_to_measure(measure=measure, **said))


@require_http_methods(["GET", "POST"])
def of_declined(request: HttpRequest, public_id: str) -> HttpResponse:
    """Against one's own message being declined."""
    held = Held.objects.filter(author_id=request.viewer.person_id or 0, public_id=public_id).first()
    hide_unless(held is not None)
    earlier = Objection.objects.filter(held=held).first()
    hide_unless(earlier is not None or can_appeal_declined(held))
    context = {"earlier": earlier, "said": held.words, "back": "held", "back_to": public_id}
    return asked(request, context, lambda said: object_to_declining(by=request.viewer, held=held, **said))


@never_cache
@require_http_methods(["GET", "POST"])
def by_letter(request: HttpRequest, word: str) -> HttpResponse:
    """For whoever cannot sign in: the letter is the right to it. The page names nobody and tells nothing of why."""
    measure = Measure.objects.in_force_once().filter(public_id=read_word(word)).select_related("person").first()
    hide_unless(measure is not None)
    earlier = Objection.objects.filter(measure=measure).first()
    context = {"earlier": earlier, "is_late": earlier is None and not can_appeal_measure(measure), "by_letter": True}
    if request.method == "POST" and not ratelimit.consume(request, action="public_report"):
        form = ObjectionForm(request.POST)
        form.add_error(None, OFTEN)
        return render(request, NEW, context | {"form": form}, status=429)
    return asked(request, context, lambda said: object_to_measure(measure=measure, **said))


def asked(request: HttpRequest, context: dict[str, Any], send: Callable[[dict], Objection]) -> HttpResponse:
    """The form, why not, or what became of it. Words already written come back."""
    form = ObjectionForm(request.POST or None)
    earlier = context["earlier"]
    context |= {"form": form, "outcome": in_words(earlier) if earlier else ""}
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        objection = send(form.cleaned_data)
    except (AlreadyAppealed, NobodyElse, Refused) as problem:
        form.add_error(None, str(problem))
        return refuse(request, NEW, context, status=409)
    return redirect(request.path) if context.get("by_letter") else redirect("my_objection", objection.public_id)


@require_GET
def outcome(request: HttpRequest, public_id: str) -> HttpResponse:
    """One's own: by when somebody looks, and what was decided."""
    objection = Objection.objects.of(request.viewer).filter(public_id=public_id).first()
    hide_unless(objection is not None)
    context = {"objection": objection, "outcome": in_words(objection)}
    return render(request, "forum/casebook/objection/outcome.html", context)


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """What was decided, what is said against it, and the choice."""
    objection, form = find_objection(request, public_id), JudgementForm(request.POST or None)
    if request.method == "GET":
        record_staff_action(by=request.viewer, verb=f"read_{objection.in_log}", about_id=objection.about_id)
    if request.method == "GET" or not form.is_valid():
        return render(request, DETAIL, shown(request, objection, form), status=200 if request.method == "GET" else 422)
    said = form.cleaned_data
    facts = {"overturns": said["decision"] == OVERTURN, "reason": said["reason"]}
    try:
        judge_objection(by=request.viewer, objection=objection, **facts)
    except (AlreadyTaken, NothingToEnd, Refused) as problem:
        form.add_error(None, str(problem) or TAKEN)
        return refuse(request, DETAIL, shown(request, objection, form), status=409)
    return redirect("cases")


@require_POST
def claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take it."""
    objection = find_objection(request, public_id)
    try:
        claim_matter(by=request.viewer, matter=objection)
    except (AlreadyTaken, HandsFull) as problem:
        context = shown(request, objection, JudgementForm()) | {"why_not": str(problem) or FIRST}
        return refuse(request, DETAIL, context, status=409)
    return redirect("objection", public_id)


@require_POST
def release(request: HttpRequest, public_id: str) -> HttpResponse:
    """Give it back."""
    release_matter(by=request.viewer, matter=find_objection(request, public_id))
    return redirect("cases")


def find_objection(request: HttpRequest, public_id: str) -> Objection:
    """The objection, through sight."""
    rows = Objection.objects.select_related("person", "measure__person", "held", "claimed_by")
    return find(rows, request.viewer, public_id)


def shown(request: HttpRequest, objection: Objection, form: JudgementForm) -> dict[str, Any]:
    """What stands on the page of an objection."""
    viewer = request.viewer
    objection.refresh_from_db(fields=["state", "decided_at", "decision_reason", "is_for_lead", "claimed_by"])
    context = {"objection": objection, "form": form, "is_mine": objection.claimed_by_id == viewer.person_id}
    return context | {"can_judge": can_judge(viewer, objection)}
