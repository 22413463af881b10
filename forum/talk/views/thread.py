"""Pages of threads."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.spaces.models import Space
from forum.spaces.rules import paused_words, why_paused
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import OtherWordsSameKey
from forum.talk.actions.pace import PostingTooFast
from forum.talk.actions.reading import mark_read, mark_unread_from
from forum.talk.actions.thread import close_thread, open_thread
from forum.talk.changes import cursor_now
from forum.talk.forms import MarksForm, MessageForm, ReadingForm, ThreadForm
from forum.talk.lists import messages_of, spaces_to_begin_in
from forum.talk.models import Held, Message, Thread
from forum.talk.pages import thread_page
from forum.talk.quoting import quoted
from forum.talk.rules import is_open, is_theirs_to_close, is_theirs_to_invite_to, why_no_answer, why_no_thread
from forum.talk.views.attachment import status_of
from network.access.answers import refuse, wants_fragment
from network.access.viewer import Viewer
from network.access.visible import Refused, find, hide_unless

DETAIL = "forum/talk/thread/detail.html"
NEW = "forum/talk/thread/new.html"


def thread_context(request: HttpRequest, thread: Thread, form: MessageForm | None = None) -> dict:
    """What the page of a thread shows. The cursor is taken first: what comes meanwhile is told again, never missed."""
    viewer, marks = request.viewer, MarksForm(request.GET).marks()
    cursor = cursor_now(viewer, thread.space)
    page = thread_page(viewer, thread, before=marks["before"], after=marks["after"], at=marks["at"])
    return {
        "space": thread.space,
        "page": page,
        "cursor": cursor,
        "waiting": Held.objects.own(viewer).filter(thread=thread).oldest_first() if thread.waits else [],
        **what_one_may(viewer, thread),
        **composer_context(request, thread, form or fresh_form(thread, marks)),
    }


def what_one_may(viewer: Viewer, thread: Thread) -> dict:
    """What this viewer may do with a thread that came `for_page`. Costs no query."""
    return {
        "can_post": is_open(viewer, thread) and not thread.paused,
        "why_silent": why_no_answer(viewer, thread) or paused_words(thread.paused),
        "can_invite": is_theirs_to_invite_to(viewer, thread),
        "can_close": is_theirs_to_close(viewer, thread, is_paused=bool(thread.paused)),
    }


def fresh_form(thread: Thread, marks: dict[str, str]) -> MessageForm:
    """An empty one, or with what this viewer has begun here."""
    begun = {"body": thread.begun, "kept_at": thread.begun_at}
    return MessageForm(initial=begun | {"reply_to": marks["reply"], "quote": marks["quote"]})


def composer_context(request: HttpRequest, thread: Thread, form: MessageForm, earlier: Message | None = None) -> dict:
    """The form with what it answers. A key that was used up, or never was one, gives way to a fresh one."""
    asked = form.cleaned_data.get("reply_to") if form.is_bound else form.initial.get("reply_to")
    answered = messages_of(request.viewer, thread).standing().filter(public_id=asked).first() if asked else None
    is_worn = earlier is not None or not form.is_bound or "key" in form.errors
    key = uuid4() if is_worn else form["key"].value() or uuid4()
    if answered and not form.is_bound and form.initial.get("quote"):
        form.initial["body"] = quoted(answered.body) + (form.initial["body"] or "")
    return {"thread": thread, "form": form, "key": key, "replying": answered, "earlier": earlier}


@require_GET
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """A thread, where the viewer left off."""
    thread = find(Thread.objects.for_page(request.viewer), request.viewer, public_id)
    return render(request, DETAIL, thread_context(request, thread))


@require_GET
def where(request: HttpRequest) -> HttpResponse:
    """Which space a new thread is for."""
    hide_unless(request.viewer.is_member)
    paused = why_paused(request.viewer)
    context = {"why_paused": paused, "spaces": [] if paused else spaces_to_begin_in(request.viewer)}
    return render(request, "forum/talk/thread/where.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, public_id: str) -> HttpResponse:
    """The form for a new thread in a space."""
    space = find(Space.objects.rooms(), request.viewer, public_id)
    form = ThreadForm(request.POST or None, initial={"key": uuid4()})
    context = {"space": space, "form": form, "why_silent": why_no_thread(request.viewer, space)}
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        thread = open_thread(by=request.viewer, space=space, **form.cleaned_data)
    except WaitsFirst as waits:
        return redirect("held", waits.held.public_id)
    except (PostingTooFast, Refused, OtherWordsSameKey) as problem:
        form.add_error("body", str(problem))
        return refuse(request, NEW, context, status=status_of(problem))
    return redirect("thread", thread.public_id)


@require_POST
def read(request: HttpRequest, public_id: str) -> HttpResponse:
    """Move the reading position up to a message, or back to before it."""
    thread = find(Thread, request.viewer, public_id)
    form = ReadingForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    message = find(Message.objects.filter(thread=thread), request.viewer, form.cleaned_data["message"])
    if form.cleaned_data["unread"]:
        mark_unread_from(by=request.viewer, thread=thread, message=message)
        return redirect("discussions")
    mark_read(by=request.viewer, thread=thread, upto=message)
    return HttpResponse(status=204) if wants_fragment(request) else redirect("thread", public_id)


@require_POST
def close(request: HttpRequest, public_id: str) -> HttpResponse:
    """End a thread."""
    thread = find(Thread, request.viewer, public_id)
    close_thread(by=request.viewer, thread=thread)
    return redirect(reverse("thread", args=[thread.public_id]))
