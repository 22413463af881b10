"""One's own pledge, and how it went."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from network.access.visible import hide_unless
from network.membership.actions.pledge import answer_pledge
from network.membership.forms import PledgeAnswerForm
from network.membership.models import Pledge


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest) -> HttpResponse:
    """The latest pledge, with a form for the answer."""
    pledge = Pledge.objects.filter(person=request.user).order_by("-made_at").first()
    hide_unless(request.viewer.is_member)
    form = PledgeAnswerForm(request.POST or None)
    if request.method == "POST" and pledge is not None and form.is_valid():
        answer_pledge(by=request.viewer, pledge=pledge, **form.cleaned_data)
        return redirect("pledge")
    context = {"pledge": pledge, "form": form}
    return render(request, "network/membership/pledge/detail.html", context, status=422 if form.errors else 200)
