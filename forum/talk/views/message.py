"""Saying something by form, and a message's own page with its actions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.talk.actions.attachment import FileGone
from forum.talk.actions.deletion import restore as put_back
from forum.talk.actions.deletion import take_back
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import OtherWordsSameKey, delete_message, edit_message, post_message
from forum.talk.actions.pace import PostingTooFast
from forum.talk.attaching import describe, take_files
from forum.talk.beside import lay_beside
from forum.talk.changes import quoted_in
from forum.talk.forms import EditForm, MessageForm
from forum.talk.lists import messages_of
from forum.talk.models import Bookmark, EarlierWords, Held, Message, Thread
from forum.talk.rules import can_delete, can_edit, can_report, why_words_stay
from forum.talk.views.attachment import status_of, with_wait
from forum.talk.views.thread import DETAIL, composer_context, thread_context
from network.access.answers import answer, refuse, wants_fragment
from network.access.viewer import Viewer
from network.access.visible import Refused, find, hide_unless

COMPOSER = "forum/talk/message/_composer.html"
PAGE = "forum/talk/message/detail.html"
WAIT = "forum/talk/message/wait.html"


@require_POST
def create(request: HttpRequest, public_id: str) -> HttpResponse:
    """Say something. What cannot be taken comes back with its words and files kept."""
    thread = find(Thread.objects.for_page(request.viewer), request.viewer, public_id)
    form = MessageForm(request.POST, request.FILES)
    problem = take_files(request.viewer, thread, form)
    if not form.is_valid():
        return not_taken(request, thread, form, status_of(problem) if problem else 422, problem)
    try:
        message = say(request.viewer, thread, form)
    except WaitsFirst as waits:
        return kept(request, waits.held)
    except (Refused, PostingTooFast, OtherWordsSameKey, FileGone) as problem:
        form.add_error("body", str(problem))
        return not_taken(request, thread, form, status_of(problem), problem)
    there = f"{reverse('thread', args=[thread.public_id])}?at={message.public_id}#{message.element_id}"
    return answer(request, "forum/talk/message/_message.html", as_shown(request.viewer, message), otherwise=there)


def say(viewer: Viewer, thread: Thread, form: MessageForm) -> Message:
    """What a good form says."""
    words, uploads = form.cleaned_data, describe(viewer, form)
    answered = Message.objects.visible_to(viewer).filter(thread=thread, public_id=words["reply_to"]).first()
    facts = {"body": words["body"], "key": words["key"], "reply_to": answered, "uploads": uploads}
    return post_message(by=viewer, thread=thread, **facts)


def kept(request: HttpRequest, held: Held) -> HttpResponse:
    """What was said is taken and waits: its element, or the page where it stands."""
    if wants_fragment(request):
        return render(request, "forum/talk/held/_held.html", {"held": held}, status=202)
    if held.thread is None or not held.is_waiting:
        return redirect("held", held.public_id)
    return redirect(f"{reverse('thread', args=[held.thread.public_id])}#{held.element_id}")


def as_shown(viewer: Viewer, message: Message) -> dict:
    """What its element is drawn from."""
    lay_beside([message], viewer)
    return {"message": message, "quoted": quoted_in(message, viewer)}


def not_taken(
    request: HttpRequest, thread: Thread, form: MessageForm, status: int, problem: Exception | None = None
) -> HttpResponse:
    """The composer again for an element, the whole page again for a browser; for somebody who must wait, not the thread
    as well, or a flood would cost us more than it costs them."""
    context = composer_context(request, thread, form, getattr(problem, "earlier", None))
    if wants_fragment(request):
        return with_wait(refuse(request, COMPOSER, context, status), problem)
    if isinstance(problem, PostingTooFast):
        return with_wait(refuse(request, WAIT, context, status), problem)
    context = {**thread_context(request, thread, form), **context}
    return with_wait(refuse(request, DETAIL, context, status), problem)


def find_message(request: HttpRequest, thread_id: str, public_id: str) -> Message:
    """The message in that thread, through sight."""
    thread = find(Thread, request.viewer, thread_id)
    return find(Message.objects.for_display().filter(thread=thread), request.viewer, public_id)


def find_own(request: HttpRequest, thread_id: str, public_id: str) -> Message:
    """The message, if this viewer said it; for everybody else there is no such form."""
    message = find_message(request, thread_id, public_id)
    hide_unless(message.author_id == request.viewer.person_id)
    return message


@require_GET
def detail(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """One message with everything one may do about it, as plain forms."""
    return render(request, PAGE, message_context(request, find_message(request, thread_id, public_id)))


def message_context(request: HttpRequest, message: Message) -> dict:
    """What a message's page shows of it, and what this viewer may do."""
    viewer = request.viewer
    is_theirs = message.hidden_at is not None and message.author_id == viewer.person_id
    context = as_shown(viewer, message) | {"thread": message.thread}
    context |= {"can_edit": can_edit(viewer, message), "can_delete": can_delete(viewer, message)}
    context |= {"can_report": can_report(viewer, message), "hidden": message.hidden_reason if is_theirs else ""}
    context["has_history"] = EarlierWords.objects.visible_to(viewer).filter(message=message).exists()
    return context | {"is_saved": Bookmark.objects.visible_to(viewer).filter(message=message).exists()}


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Correct one's own words."""
    message = find_own(request, thread_id, public_id)
    form = EditForm(request.POST or None, initial={"body": message.body})
    context = {"message": message, "thread": message.thread, "form": form, "over": why_words_stay(message)}
    template = "forum/talk/message/edit.html"
    if request.method == "GET" or not form.is_valid():
        return render(request, template, context, status=200 if request.method == "GET" else 422)
    try:
        edit_message(by=request.viewer, message=message, body=form.cleaned_data["body"])
    except Refused as problem:
        form.add_error("body", str(problem))
        return refuse(request, template, context, status=status_of(problem))
    return redirect(f"{reverse('thread', args=[thread_id])}?at={public_id}#{message.element_id}")


@require_POST
def restore(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Let it stand again, for a moment after it was deleted."""
    message = find_own(request, thread_id, public_id)
    try:
        put_back(by=request.viewer, message=message)
    except Refused:
        return render(request, "forum/talk/message/_message.html", as_shown(request.viewer, message), status=409)
    there = f"{reverse('thread', args=[thread_id])}?at={public_id}#{message.element_id}"
    return answer(request, "forum/talk/message/_message.html", as_shown(request.viewer, message), otherwise=there)


@require_POST
def delete(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Take one's own words back."""
    message = find_own(request, thread_id, public_id)
    if message.is_standing:
        # A page that can offer an undo asks for a moment; a plain form erases at once.
        (take_back if wants_fragment(request) else delete_message)(by=request.viewer, message=message)
    if wants_fragment(request):
        return render(request, "forum/talk/message/_message.html", as_shown(request.viewer, message))
    after = messages_of(request.viewer, message.thread).filter(number__gt=message.number).in_order().first() or message
    return redirect(f"{reverse('thread', args=[thread_id])}?at={public_id}&deleted=1#{after.element_id}")
