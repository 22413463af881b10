"""Posting without one's name, in two steps and without JavaScript; correcting and taking back what one said so."""

from typing import Any
from uuid import uuid4

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.sealed.actions.message import NoPenLeft, post_unnamed, reword_unnamed, take_back_unnamed, take_draft_over
from forum.sealed.forms import RewordForm, SeenForm, UnnamedForm
from forum.sealed.hints import hints_for
from forum.sealed.own import openings_of, readable, written_by
from forum.sealed.rules import held_pen, is_behind, takes_unnamed, why_pen_rests
from forum.talk.actions.message import OtherWordsSameKey
from forum.talk.actions.pace import PostingTooFast
from forum.talk.models import Message, Thread
from forum.talk.models.message import BODY_LENGTH
from forum.talk.rules import is_open, why_no_answer, why_words_stay
from forum.talk.views.message import find_message
from network.access.answers import refuse
from network.access.viewer import Viewer
from network.access.visible import Refused, find, hide_unless

COMPOSE = "forum/sealed/message/compose.html"
EDIT = "forum/sealed/message/edit.html"
PER_PAGE = 25


@require_http_methods(["GET", "POST"])
def compose(request: HttpRequest, public_id: str) -> HttpResponse:
    """Look at what one is about to say without one's name, and what may give one away; then say it."""
    thread = find_thread(request, public_id)
    if request.method == "GET":
        form = UnnamedForm(initial={"body": thread.begun, "key": uuid4()})
        return render(request, COMPOSE, shown(request, thread, form))
    take_draft_over(by=request.viewer, thread=thread)
    form = UnnamedForm(request.POST)
    context = shown(request, thread, form)
    if not form.is_valid():
        return refuse(request, COMPOSE, context)
    if not form.is_meant(context["hints"]):
        return render(request, COMPOSE, context)
    return posted(request, thread, form, context)


def posted(request: HttpRequest, thread: Thread, form: UnnamedForm, context: dict[str, Any]) -> HttpResponse:
    """Say it. What cannot be taken comes back with its words kept."""
    words = form.cleaned_data
    replied = Message.objects.visible_to(request.viewer).filter(thread=thread, public_id=words["reply_to"]).first()
    said = {"body": words["body"], "key": words["key"], "reply_to": replied}
    try:
        post_unnamed(by=request.viewer, thread=thread, **said)
    except (Refused, PostingTooFast, OtherWordsSameKey, NoPenLeft) as problem:
        form.add_error("body", str(problem))
        return refuse(request, COMPOSE, context, status=429 if isinstance(problem, PostingTooFast) else 409)
    return redirect("unnamed_sent", thread.public_id)


def find_thread(request: HttpRequest, public_id: str) -> Thread:
    """The thread, through sight, where words without a name are taken. Elsewhere there is no such page."""
    thread = find(Thread.objects.for_page(request.viewer), request.viewer, public_id)
    hide_unless(takes_unnamed(thread.space))
    return thread


def shown(request: HttpRequest, thread: Thread, form: UnnamedForm) -> dict[str, Any]:
    """What stands on the page: the words, what they tell, and the pen this viewer holds here, if they do."""
    viewer, seal = request.viewer, held_pen(request.viewer, thread)
    silent = why_no_answer(viewer, thread) or why_pen_rests(seal)
    context = {"thread": thread, "form": form} | told_by(viewer, thread, form)
    key = form["key"].value() if form.is_bound and "key" not in form.errors else uuid4()
    return context | {"seal": seal, "silent": silent, "is_open": is_open(viewer, thread), "key": key or uuid4()}


def told_by(viewer: Viewer, thread: Thread, form: SeenForm) -> dict[str, Any]:
    """What the words in a form tell of this viewer."""
    body = (form["body"].value() or "")[:BODY_LENGTH]
    hints = hints_for(viewer, thread.space, body) if body else []
    return {"hints": hints, "seen": " ".join(hint.code for hint in hints)}


@require_GET
def sent(request: HttpRequest, public_id: str) -> HttpResponse:
    """That it stands there, and under which name. Not the thread: reading on moves a position, which is a row."""
    thread = find_thread(request, public_id)
    seal = held_pen(request.viewer, thread)
    hide_unless(seal is not None)
    return render(request, "forum/sealed/message/sent.html", {"thread": thread, "seal": seal})


def find_own(request: HttpRequest, thread_id: str, public_id: str) -> Message:
    """The message, if this viewer said it without their name; for everybody else there is no such form."""
    message = find_message(request, thread_id, public_id)
    hide_unless(is_behind(request.viewer, message))
    return message


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Correct one's own words."""
    message = find_own(request, thread_id, public_id)
    form = RewordForm(request.POST or None, initial={"body": message.body})
    context = {"message": message, "form": form, "over": why_words_stay(message)}
    context |= told_by(request.viewer, message.thread, form)
    if request.method == "GET" or not form.is_valid():
        return render(request, EDIT, context, status=200 if request.method == "GET" else 422)
    if not context["over"] and not form.has_seen(context["hints"]):
        return render(request, EDIT, context)
    try:
        reword_unnamed(by=request.viewer, message=message, body=form.cleaned_data["body"])
    except Refused as problem:
        form.add_error("body", str(problem))
        return refuse(request, EDIT, context, status=409)
    return redirect(f"{reverse('thread', args=[thread_id])}?at={public_id}#{message.element_id}")


@require_POST
def delete(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Take one's own words back."""
    message = find_own(request, thread_id, public_id)
    if message.is_standing:
        take_back_unnamed(by=request.viewer, message=message)
    return redirect(f"{reverse('thread', args=[thread_id])}?at={public_id}#{message.element_id}")


@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """What this viewer wrote without their name, and who has opened a seal of theirs."""
    hide_unless(request.viewer.is_member)
    page = Paginator(written_by(request.viewer).select_related("thread"), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "openings": openings_of(request.viewer)}
    context["readable"] = readable(request.viewer, list(page.object_list))
    return render(request, "forum/sealed/message/own.html", context)
