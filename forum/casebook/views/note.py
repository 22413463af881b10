"""Noting something down about a matter of any kind."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.casebook.actions.note import TooManyNotes, write_note
from forum.casebook.forms import NoteForm
from forum.concerns.rules import can_decide
from forum.concerns.views.order import find_matter
from network.access.answers import refuse
from network.access.visible import hide_unless

NEW = "forum/casebook/note/new.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, public_id: str) -> HttpResponse:
    """The note, for whoever may decide the matter."""
    matter = find_matter(request.viewer, public_id)
    hide_unless(can_decide(request.viewer, matter))
    form = NoteForm(request.POST or None)
    context = {"form": form, "matter": matter, "back": matter.NOUN}
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        write_note(by=request.viewer, matter=matter, **form.cleaned_data)
    except TooManyNotes as problem:
        form.add_error("body", str(problem))
        return refuse(request, NEW, context, status=409)
    return redirect(matter.NOUN, public_id)
