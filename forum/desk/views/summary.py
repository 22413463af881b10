"""Writing the summary of a thread one has closed, and removing one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from forum.desk.actions.summary import remove_summary, write_summary
from forum.desk.forms import SummaryForm
from forum.desk.models import Summary
from forum.desk.rules import can_summarise
from forum.talk.models import Thread
from network.access.visible import find, hide_unless


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """The form, with what was written before. For everybody else there is no such page."""
    thread = find(Thread, request.viewer, public_id)
    hide_unless(can_summarise(request.viewer, thread))
    written = Summary.objects.visible_to(request.viewer).filter(thread=thread).first()
    form = SummaryForm(request.POST or None, initial={"body": written.body if written else ""})
    if request.method == "GET" or not form.is_valid():
        status = 200 if request.method == "GET" else 422
        return render(request, "forum/desk/summary/edit.html", {"thread": thread, "form": form}, status=status)
    write_summary(by=request.viewer, thread=thread, body=form.cleaned_data["body"])
    return redirect("thread", public_id)


@require_POST
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take it away, for whoever runs the space."""
    remove_summary(by=request.viewer, thread=find(Thread, request.viewer, public_id))
    return redirect("thread", public_id)
