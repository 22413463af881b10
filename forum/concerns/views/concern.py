"""Reporting a profile, a thread or an event in two steps and without JavaScript; and what came of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from forum.concerns.actions.concern import ReportingTooFast, report_subject
from forum.concerns.forms import AgainstHidingForm, ConcernForm
from forum.concerns.models import Concern
from forum.concerns.subject import APPEAL, kind_of
from forum.concerns.wording import CAME_OF_IT
from network.access.answers import refuse
from network.access.visible import hide_unless

NEW = "forum/concerns/concern/new.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, kind: str, ref: str) -> HttpResponse:
    """What is wrong with it. For what they may not see there is no such page."""
    hide_unless(request.viewer.is_member)
    subject = kind_of(kind).find(request.viewer, ref)
    form = (AgainstHidingForm if kind == APPEAL else ConcernForm)(request.POST or None)
    context = {"form": form, "subject": subject, "label": kind_of(kind).label}
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        told, key = form.told(), form.cleaned_data["key"]
        concern = report_subject(by=request.viewer, kind=kind, ref=ref, told=told, key=key)
    except ReportingTooFast as problem:
        form.add_error(None, str(problem))
        return refuse(request, NEW, context, status=429)
    return redirect("receipt", concern.public_id)


@require_GET
def receipt(request: HttpRequest, public_id: str) -> HttpResponse:
    """Thank you, the reference, and what came of it. One's own alone."""
    concern = Concern.objects.reported_by(request.viewer).filter(public_id=public_id).first()
    hide_unless(concern is not None)
    context = {"concern": concern, "came_of_it": CAME_OF_IT.get(concern.state)}
    return render(request, "forum/concerns/concern/receipt.html", context)
