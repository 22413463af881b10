"""Being the second of two people."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.concerns.actions.measure import MeasureSettled, second_measure
from forum.concerns.forms import SecondForm
from forum.concerns.models import Measure
from forum.concerns.rules import can_second
from network.access.answers import refuse
from network.access.visible import find

DETAIL = "forum/casebook/measure/proposal.html"


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """What was proposed, and the choice for whoever did not propose it."""
    measure = find(Measure.objects.select_related("person", "proposed_by"), request.viewer, public_id)
    form = SecondForm(request.POST or None)
    context = {"measure": measure, "form": form, "can_second": can_second(request.viewer, measure)}
    if request.method == "GET" or not form.is_valid():
        return render(request, DETAIL, context, status=200 if request.method == "GET" else 422)
    try:
        second_measure(by=request.viewer, measure=measure, agrees=form.cleaned_data["answer"] == "agree")
    except MeasureSettled as problem:
        form.add_error(None, str(problem))
        return refuse(request, DETAIL, context, status=409)
    return redirect("cases")
