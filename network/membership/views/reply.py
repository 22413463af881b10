"""Answering what the desk asked. Outside the members' door: its readers still wait before it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from network.membership.actions.case import reply
from network.membership.cases import asked_case
from network.membership.decisions import ReplyForm


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: HttpRequest) -> HttpResponse:
    """The question, and a form for the answer."""
    case = asked_case(request.viewer)
    if case is None:
        raise Http404
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reply(by=request.viewer, case=case, words=form.cleaned_data["words"])
        return redirect("waiting")
    status = 422 if request.method == "POST" else 200
    return render(request, "network/membership/reply/edit.html", {"case": case, "form": form}, status=status)
