"""Reporting a profile, a thread or an event in two steps and without JavaScript."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.casebook.actions.complaint import report
from forum.concerns.actions.concern import ReportingTooFast
from forum.concerns.forms import ConcernForm
from forum.concerns.subject import COVER, kind_of
from network.access.answers import refuse
from network.access.visible import hide_unless

NEW = "forum/casebook/report/new.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, kind: str, ref: str) -> HttpResponse:
    """What is wrong with it. For what they may not see there is no such page."""
    hide_unless(request.viewer.is_member and kind != COVER)
    subject = kind_of(kind).find(request.viewer, ref)
    form = ConcernForm(request.POST or None)
    context = {"form": form, "subject": subject, "label": kind_of(kind).label}
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        told, key = form.told(), form.cleaned_data["key"]
        concern = report(by=request.viewer, kind=kind, ref=ref, told=told, key=key)
    except ReportingTooFast as problem:
        form.add_error("category", str(problem))
        return refuse(request, NEW, context, status=429)
    return redirect("receipt", concern.public_id)
