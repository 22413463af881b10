"""Being on duty, taking what is next, and what stands after something heavy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.concerns.actions.duty import keep_duty, take_next
from forum.concerns.actions.matter import HandsFull
from forum.concerns.forms import DutyForm
from forum.concerns.models import Duty
from forum.concerns.rules import can_sit
from network.access.once import key_in
from network.access.visible import hide_unless

PAGE = "forum/concerns/duty/edit.html"


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """On duty or not, and what somebody is spared."""
    hide_unless(can_sit(request.viewer))
    duty = Duty.objects.visible_to(request.viewer).first() or Duty()
    said = {"is_on": duty.is_on, "spared": duty.categories}
    form = DutyForm(request.POST if request.method == "POST" else None, initial=said)
    if request.method == "GET" or not form.is_valid():
        return render(request, PAGE, {"form": form}, status=200 if request.method == "GET" else 422)
    keep_duty(by=request.viewer, wishes=form.wishes())
    return redirect("cases")


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """The next one, or why there is none."""
    hide_unless(can_sit(request.viewer))
    try:
        matter = take_next(by=request.viewer, key=key_in(request.POST.get("key")))
    except HandsFull as problem:
        return render(request, "forum/concerns/duty/full.html", {"why": str(problem)}, status=409)
    if matter is None:
        return render(request, "forum/concerns/duty/nothing.html")
    return redirect(matter.NOUN, matter.public_id)


@require_GET
def aftercare(request: HttpRequest) -> HttpResponse:
    """After a heavy one."""
    hide_unless(can_sit(request.viewer))
    return render(request, "forum/concerns/duty/aftercare.html")
