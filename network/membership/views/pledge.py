"""One's own pledge, and how it went."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from network.access.visible import hide_unless
from network.membership.actions.pledge import answer_pledge
from network.membership.decisions import PledgeAnswerForm
from network.membership.models import Pledge


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest) -> HttpResponse:
    """The latest pledge, with a form for the answer."""
    pledge = Pledge.objects.filter(person_id=request.viewer.person_id).order_by("-made_at").first()
    hide_unless(request.viewer.is_member and (pledge is not None or request.method == "GET"))
    form = PledgeAnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer_pledge(by=request.viewer, pledge=pledge, **form.cleaned_data)
        return redirect("pledge")
    status = 422 if request.method == "POST" else 200
    return render(request, "network/membership/pledge/detail.html", {"pledge": pledge, "form": form}, status=status)
