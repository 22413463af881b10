"""Appealing against a decision that hides one's own words, in two steps and without JavaScript."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.casebook.actions.cover import object_to_cover
from forum.casebook.actions.second_look import AlreadyAppealed, NobodyElse
from forum.casebook.forms import CoverForm
from forum.casebook.rules import can_appeal_cover
from forum.casebook.wording import came_of
from forum.concerns.actions.concern import ReportingTooFast
from forum.concerns.models import Concern
from forum.covers.models import Cover
from network.access.answers import refuse
from network.access.visible import Refused, find, hide_unless

NEW = "forum/casebook/cover/new.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, public_id: str) -> HttpResponse:
    """The form, or what became of it. Words already written come back."""
    cover = find(Cover.objects.decided(), request.viewer, public_id)
    earlier, form = Concern.objects.against([public_id]).first(), CoverForm(request.POST or None)
    hide_unless(earlier is not None or can_appeal_cover(cover))
    context = {"form": form, "cover": cover, "earlier": earlier, "came_of_it": came_of(earlier) if earlier else ""}
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        concern = object_to_cover(by=request.viewer, cover=cover, **form.cleaned_data)
    except (AlreadyAppealed, NobodyElse, ReportingTooFast, Refused) as problem:
        form.add_error(None, str(problem))
        return refuse(request, NEW, context, status=429 if isinstance(problem, ReportingTooFast) else 409)
    return redirect("receipt", concern.public_id)
