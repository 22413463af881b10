"""Joining: a question a page, check, done."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from network.access.once import OnceKeyField
from network.membership.actions.request import AllyAnswers, ask_to_be_ally, claim_membership
from network.membership.questions import WAYS, Answers
from network.people.joining import open_account, prove_address
from network.people.models import Organisation, User


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Two ways in."""
    return render(request, "network/membership/join/start.html")


@require_GET
def way(request: HttpRequest, way: str) -> HttpResponse:
    """What one may see and what is asked, before any data is given."""
    return render(request, f"network/membership/join/{known(way)}.html")


def known(way: str) -> str:
    if way not in WAYS:
        raise Http404
    return way


@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, way: str, step: str) -> HttpResponse:
    """One question."""
    answers = Answers(request, known(way))
    if step not in answers.steps:
        raise Http404
    form = answers.steps[step](request.POST) if request.method == "POST" else answers.form(step)
    if request.method == "POST" and form.is_valid():
        answers.keep(step, form)
        to_check = request.GET.get("back") == "check" and not answers.first_open()
        target = "check" if to_check else answers.next_after(step)
        return redirect("join_check", way) if target == "check" else redirect("join_question", way, target)
    context = {"form": form, "way": way, "step": step, "organisations": suggestions(step), **place(answers, step)}
    return render(request, "network/membership/join/question.html", context, status=422 if form.errors else 200)


def place(answers: Answers, step: str) -> dict[str, Any]:
    names = list(answers.steps)
    number = names.index(step)
    return {"number": number + 1, "many": len(names), "previous": names[number - 1] if number else ""}


def suggestions(step: str) -> list[str]:
    """The standing authorities, for the pages that ask where one works."""
    if step not in ("work", "cohort"):
        return []
    standing = Organisation.objects.authorities().standing_on(timezone.localdate())
    return list(standing.order_by("name").values_list("name", flat=True))


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, way: str) -> HttpResponse:
    """Check the answers, then send them. The answer is the same whether or not the address is known."""
    answers = Answers(request, known(way))
    if missing := answers.first_open():
        return redirect("join_question", way, missing)
    told = answers.cleaned()
    if request.method == "GET":
        return render(request, f"network/membership/join/check_{way}.html", {"told": told, "key": uuid4(), "way": way})
    user = open_account(email=told["email"], name=told["name"])
    if user is not None:
        KEEPERS[way](user, told, OnceKeyField().clean(request.POST.get("key", "")))
    answers.forget()
    return prove_address(request, user=user, email=told["email"])


def keep_ally(user: User, told: dict[str, Any], key: UUID) -> None:
    fields = {name: told[name] for name in AllyAnswers.__dataclass_fields__}
    ask_to_be_ally(person=user, answers=AllyAnswers(**fields), key=key)


def keep_claim(user: User, told: dict[str, Any], key: UUID) -> None:
    claim_membership(person=user, cohort=told["cohort"], organisation=told["organisation"], key=key)


KEEPERS = {"ally": keep_ally, "alumni": keep_claim}
