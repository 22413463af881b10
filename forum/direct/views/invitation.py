"""Asking somebody to talk, and answering."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.direct.actions.invitation import (
    AskingTooMuch,
    ConversationFull,
    Meant,
    accept_invitation,
    ask_to_talk,
    decline_invitation,
    withdraw_invitation,
)
from forum.direct.conversation import thread_of
from forum.direct.forms import AnswerForm, AskingForm, LookForm, NewForm
from forum.direct.lists import profiles_like
from forum.direct.models import Invitation, InvitationState
from forum.direct.participants import company_in
from network.access.answers import refuse
from network.access.visible import Refused, find, hide_unless
from network.directory.models import Profile
from network.directory.views.profile import slow_down

NEW = "forum/direct/invitation/new.html"
ASK = "forum/direct/invitation/ask.html"
ANSWER = "forum/direct/invitation/answer.html"


@require_http_methods(["GET", "POST"])
@slow_down
def new(request: HttpRequest) -> HttpResponse:
    """Ask somebody by name; or, with the other button, look who there is."""
    hide_unless(request.viewer.is_member)
    if request.method == "GET":
        return render(request, NEW, {"form": NewForm(viewer=request.viewer)})
    form = NewForm(request.POST, viewer=request.viewer)
    if "look" in request.POST:
        return look(request, form)
    if not form.is_valid():
        return refuse(request, NEW, {"form": form})
    return passed_on(request, NEW, {"form": form}, form.meant())


def look(request: HttpRequest, form: NewForm) -> HttpResponse:
    """The same page with the people whose names have these letters; what was typed is kept."""
    looked_for = LookForm(request.POST)
    name = looked_for.cleaned_data["name"] if looked_for.is_valid() else ""
    kept = NewForm(viewer=request.viewer)
    kept.initial = {field: form[field].value() for field in form.fields}
    return render(request, NEW, {"form": kept, "looked_for": name, "matches": profiles_like(request.viewer, name)})


@require_http_methods(["GET", "POST"])
@slow_down
def ask(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask the one whose profile this is."""
    profile = find(Profile.objects.select_related("person"), request.viewer, public_id)
    hide_unless(request.viewer.is_member and profile.person_id != request.viewer.person_id)
    form = AskingForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "profile": profile}
    if request.method == "GET":
        return render(request, ASK, context)
    if not form.is_valid():
        return refuse(request, ASK, context)
    return passed_on(request, ASK, context, Meant(profile.person.name, profile.person))


def passed_on(request: HttpRequest, template: str, context: dict[str, Any], meant: Meant) -> HttpResponse:
    """The one answer there is, whoever was asked; or that one has asked too much."""
    form = context["form"]
    try:
        words = {name: form.cleaned_data[name] for name in ("words", "key")}
        ask_to_talk(by=request.viewer, meant=meant, **words)
    except (AskingTooMuch, Refused) as problem:
        form.add_error("words", str(problem))
        return refuse(request, template, context, status=429 if isinstance(problem, AskingTooMuch) else 409)
    return redirect("conversation_asked")


@require_GET
def asked(request: HttpRequest) -> HttpResponse:
    """What everybody reads who has asked."""
    hide_unless(request.viewer.is_member)
    return render(request, "forum/direct/invitation/asked.html", {})


@require_POST
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask no longer."""
    own = Invitation.objects.asked_by(request.viewer)
    withdraw_invitation(by=request.viewer, invitation=get_object_or_404(own, public_id=public_id))
    return redirect("conversations")


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who asks, with their line; and the answer."""
    invitation = find(Invitation.objects.select_related("asker__profile", "space"), request.viewer, public_id)
    if request.method == "GET":
        return render(request, ANSWER, shown(request, invitation))
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return refuse(request, ANSWER, shown(request, invitation))
    if form.cleaned_data["answer"] == "no":
        decline_invitation(by=request.viewer, invitation=invitation)
        return redirect("conversations")
    return say_yes(request, invitation)


def say_yes(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """To the conversation; or back to the page with what stands in the way."""
    try:
        thread = accept_invitation(by=request.viewer, invitation=invitation)
    except (ConversationFull, Refused) as problem:
        return refuse(request, ANSWER, {**shown(request, invitation), "problem": str(problem)}, status=409)
    return redirect("thread", thread.public_id)


def shown(request: HttpRequest, invitation: Invitation) -> dict[str, Any]:
    """What stands on the page of a request: the asker's name and line, and who else is in a group that is there."""
    space = invitation.space
    company = company_in(request.viewer, [space.public_id])[space.public_id].present if space else []
    is_accepted = invitation.state == InvitationState.ACCEPTED
    context = {"invitation": invitation, "others": [one for one in company if one.pk != invitation.asker_id]}
    context["profile"] = Profile.objects.visible_to(request.viewer).filter(person=invitation.asker_id).first()
    return context | {"thread": thread_of(space) if is_accepted and space else None}
