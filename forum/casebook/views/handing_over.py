"""Leaving duty with a word for whoever takes what one had."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.casebook.actions.handing_over import hand_over
from forum.casebook.actions.note import TooManyNotes
from forum.casebook.forms import HandOverForm
from forum.concerns.actions.matter import how_many_held
from forum.concerns.rules import can_sit
from network.access.answers import refuse
from network.access.visible import hide_unless

NEW = "forum/casebook/handing_over/new.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The note; then everything goes back with it, and they are off duty."""
    hide_unless(can_sit(request.viewer))
    form = HandOverForm(request.POST or None)
    context = {"form": form, "many": how_many_held(request.viewer)}
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        hand_over(by=request.viewer, **form.cleaned_data)
    except TooManyNotes as problem:
        form.add_error("body", str(problem))
        return refuse(request, NEW, context, status=409)
    return redirect("cases")
