"""Joining: a question a page, check, send."""

from dataclasses import fields
from typing import Any
from uuid import UUID, uuid4

from allauth.core import ratelimit
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from network.access.once import key_in
from network.membership.actions.claim import address_proved, claim_membership
from network.membership.actions.request import AllyAnswers, PledgeAnswers, ask_to_be_ally
from network.membership.models import HouseRules, PledgeVerb
from network.membership.questions import WAYS, Answers
from network.people.joining import keep_name, open_account, prove_address
from network.people.models import Organisation, User


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Two ways in."""
    return render(request, "network/membership/join/start.html")


@require_GET
def way(request: HttpRequest, way: str) -> HttpResponse:
    """What one may see and what is asked, before any data is given."""
    first = next(iter(Answers(request, known(way)).steps))
    return render(request, f"network/membership/join/{way}.html", {"first": first})


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
    is_one = len(form.fields) == 1
    context = {"form": form, "is_one": is_one, "way": way, "step": step, **place(answers, step), **help_with(step)}
    return render(request, "network/membership/join/question.html", context, status=422 if form.errors else 200)


def place(answers: Answers, step: str) -> dict[str, Any]:
    names = list(answers.steps)
    number = names.index(step)
    return {"number": number + 1, "many": len(names), "previous": names[number - 1] if number else ""}


def help_with(step: str) -> dict[str, Any]:
    """The standing authorities where one is asked for a place of work; the rules where one agrees to them."""
    if step == "rules":
        return {"rules": HouseRules.current()}
    if step not in ("work", "cohort"):
        return {}
    standing = Organisation.objects.authorities().standing_on(timezone.localdate())
    return {"organisations": list(standing.order_by("name").values_list("name", flat=True))}


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, way: str) -> HttpResponse:
    """Check the answers, then send them. Tried too often, they stay in the session."""
    answers = Answers(request, known(way))
    key = key_in(request.POST.get("key"))
    is_sending = request.method == "POST"
    if is_sending and answers.was_sent(key):
        return redirect("waiting" if request.user.is_authenticated else "account_email_verification_sent")
    if missing := answers.first_open():
        return redirect("join_question", way, missing)
    if is_sending and ratelimit.consume(request, action="signup"):
        return send(request, answers, key)
    context = {"key": uuid4(), "way": way, "is_too_often": is_sending, **summary(answers)}
    return render(request, f"network/membership/join/check_{way}.html", context, status=429 if is_sending else 200)


def summary(answers: Answers) -> dict[str, Any]:
    """What was told, with the pledge's verb in words."""
    told = answers.cleaned()
    return {"told": told, "verb": PledgeVerb(told["verb"]).label if "verb" in told else ""}


def send(request: HttpRequest, answers: Answers, key: UUID) -> HttpResponse:
    """Keep them and ask for the code. The answer is the same whether or not the address is known."""
    told = answers.cleaned()
    answers.forget(key)
    if request.user.is_authenticated:
        if "name" in told:
            keep_name(user=request.user, name=told["name"])
        KEEPERS[answers.way](request.user, told, key)
        address_proved(person=request.user)
        return redirect("waiting")
    with transaction.atomic():
        user = open_account(email=told["email"], name=told["name"])
        if user is not None:
            KEEPERS[answers.way](user, told, key)
    return prove_address(request, user=user, email=told["email"])


def keep_request(user: User, told: dict[str, Any], key: UUID) -> None:
    pledge = PledgeAnswers(**{field.name: told[field.name] for field in fields(PledgeAnswers)})
    answers = AllyAnswers(told["organisation"], told["role_title"], told["why"], pledge)
    ask_to_be_ally(person=user, answers=answers, key=key)


def keep_claim(user: User, told: dict[str, Any], key: UUID) -> None:
    claim_membership(person=user, cohort=told["cohort"], organisation=told["organisation"], key=key)


KEEPERS = {"ally": keep_request, "alumni": keep_claim}
