"""Reporting and complaining without an account."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from forum.casebook.actions.complaint import complain
from forum.concerns.forms import PublicForm
from forum.concerns.models import Concern
from forum.concerns.models.concern import due_after

NEW = "forum/casebook/public/new.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """What and where, and thank you: the same whatever it is about. Sent too often, the words stay in the form."""
    form = PublicForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, {"form": form}, status=200 if request.method == "GET" else 422)
    if not ratelimit.consume(request, action="public_report"):
        form.add_error(None, "We have had several reports from where you are. Wait ten minutes, then send it again.")
        return render(request, NEW, {"form": form}, status=429)
    concern = unkept(form) if form.is_from_machine() else keep(request, form)
    context = {"concern": concern, "is_answered": bool(form.cleaned_data["answer_to"])}
    return render(request, "forum/casebook/public/done.html", context)


def keep(request: HttpRequest, form: PublicForm) -> Concern:
    """A stranger may type anybody's address: it gets few letters, and nobody learns whether it has had enough."""
    said = form.cleaned_data
    address = said["answer_to"].lower()
    is_mailed = not address or bool(ratelimit.consume(request, action="public_report_letter", key=address))
    facts = {"place": said["place"], "answer_to": address, "key": said["key"], "is_mailed": is_mailed}
    return complain(told=form.told(), **facts)


def unkept(form: PublicForm) -> Concern:
    """What a machine sent looks received."""
    return Concern(due_at=due_after(timezone.now(), form.cleaned_data["category"]))
