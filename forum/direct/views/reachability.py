"""Who may ask."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.direct.actions.reachability import choose_reach
from forum.direct.forms import ReachForm
from forum.direct.models import Reachability
from network.access.answers import refuse
from network.access.visible import hide_unless

EDIT = "forum/direct/reachability/edit.html"


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """One's own choice."""
    hide_unless(request.viewer.is_member)
    chosen = Reachability.objects.choice_of(request.viewer.person_id)
    form = ReachForm(request.POST if request.method == "POST" else None, initial={"asked_by": chosen})
    if request.method == "GET":
        return render(request, EDIT, {"form": form})
    if not form.is_valid():
        return refuse(request, EDIT, {"form": form})
    choose_reach(by=request.viewer, asked_by=form.cleaned_data["asked_by"])
    return redirect("conversations")
