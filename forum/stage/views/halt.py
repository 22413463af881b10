"""Stopping a talk, and what follows."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from forum.stage.actions.halt import AnotherHostFirst, put_back, readmit, resume_talk, send_care, stop_talk
from forum.stage.forms import CareForm, StopForm
from forum.stage.lists import speakers
from forum.stage.models import Ejection, Halt, Sitting
from forum.stage.views.host import PAGE, find_hosted, host_context
from network.access.answers import refuse

STOP = "forum/stage/halt/stop.html"


@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, public_id: str) -> HttpResponse:
    """One page asks what is to happen, and one press does all of it."""
    sitting = find_hosted(request, public_id)
    named = request.POST.getlist("people")
    form = StopForm(
        request.POST if request.method == "POST" else None, speakers=speakers(request.viewer, sitting, named=named)
    )
    if request.method == "GET" or not form.is_valid():
        context = {"thread": sitting.thread, "form": form}
        return render(request, STOP, context, status=200 if request.method == "GET" else 422)
    stop_talk(by=request.viewer, sitting=sitting, **form.cleaned_data)
    return redirect("stage_host", public_id)


@require_POST
def resume(request: HttpRequest, public_id: str) -> HttpResponse:
    """Go on."""
    resume_talk(by=request.viewer, sitting=find_hosted(request, public_id))
    return redirect("stage_host", public_id)


@require_POST
def restoration(request: HttpRequest, public_id: str) -> HttpResponse:
    """Put back what was cleared."""
    sitting = find_hosted(request, public_id)
    last_halt(request, sitting)
    put_back(by=request.viewer, sitting=sitting)
    return redirect("stage_host", public_id)


@require_POST
def care(request: HttpRequest, public_id: str) -> HttpResponse:
    """A word to everybody. Sent by another host meanwhile, it stands as they wrote it."""
    sitting, form = find_hosted(request, public_id), CareForm(request.POST)
    halt = last_halt(request, sitting)
    if not form.is_valid():
        return refuse(request, PAGE, host_context(request, sitting) | {"care_form": form, "form": form})
    try:
        send_care(by=request.viewer, halt=halt, words=form.cleaned_data["words"])
    except AnotherHostFirst:
        form.add_error("words", "Another host has written to everybody. Your words are kept here to copy.")
        return refuse(request, PAGE, host_context(request, sitting) | {"care_form": form, "form": form}, status=409)
    return redirect("stage_host", public_id)


@require_POST
def readmission(request: HttpRequest, public_id: str, person_id: str) -> HttpResponse:
    """Let one person in again. Whom another host has let in meanwhile is in."""
    sitting = find_hosted(request, public_id)
    seen = Ejection.objects.visible_to(request.viewer).filter(halt__sitting=sitting, person__public_id=person_id)
    ejection = get_object_or_404(seen.select_related("halt__sitting__thread__space", "role").order_by("-pk")[:1])
    with suppress(AnotherHostFirst):
        readmit(by=request.viewer, ejection=ejection)
    return redirect("stage_host", public_id)


def last_halt(request: HttpRequest, sitting: Sitting) -> Halt:
    """The one the hosts' page speaks of. Raises Http404 where the talk was never stopped."""
    rows = Halt.objects.visible_to(request.viewer).filter(sitting=sitting).order_by("-called_at")[:1]
    halt = get_object_or_404(rows)
    halt.sitting = sitting
    return halt
