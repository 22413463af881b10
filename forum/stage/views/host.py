"""Leading a talk, from a phone as well."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from forum.stage.actions.manner import Preset, choose_preset, keep_recording, pin_question, preset_of
from forum.stage.forms import CareForm, PinForm, PresetForm, RecordingForm, StopForm
from forum.stage.lists import panel_for, speakers, waiting
from forum.stage.models import Ejection, Halt, Sitting
from forum.stage.rules import can_host
from forum.stage.views.sitting import find_sitting
from forum.talk.actions.held import HeldSettled, post_held
from forum.talk.models import Held
from network.access.answers import refuse, wants_fragment
from network.access.visible import Refused, find, hide_unless

PAGE = "forum/stage/host/detail.html"
QUEUE = "forum/stage/host/_queue.html"


def find_hosted(request: HttpRequest, public_id: str) -> Sitting:
    """The talk, for whoever leads it; for everybody else there is no such page."""
    sitting = find_sitting(request, public_id)
    hide_unless(can_host(request.viewer, sitting))
    return sitting


def host_context(request: HttpRequest, sitting: Sitting) -> dict[str, Any]:
    """What the hosts' page shows."""
    viewer = request.viewer
    halts = Halt.objects.visible_to(viewer).filter(sitting=sitting)
    ejected = Ejection.objects.visible_to(viewer).filter(halt__sitting=sitting).in_force().select_related("person")
    return queue_context(request, sitting) | {
        "presets": [(preset, preset.label, preset == preset_of(sitting)) for preset in Preset],
        "pin_form": PinForm(initial={"pinned": sitting.pinned}),
        "recording_form": RecordingForm(initial={"recording": sitting.recording_url}),
        "stop_form": StopForm(speakers=speakers(viewer, sitting)),
        "care_form": CareForm(),
        "halt": halts.order_by("-called_at").first(),
        "ejected": ejected.order_by("pk"),
    }


def queue_context(request: HttpRequest, sitting: Sitting) -> dict[str, Any]:
    """The part that changes while one looks at it."""
    panel = panel_for(request.viewer, sitting, is_paused=bool(sitting.thread.paused))
    held = waiting(request.viewer, sitting)
    return {"sitting": sitting, "thread": sitting.thread, "panel": panel, "held_messages": held, "in_host": True}


@require_GET
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """Everything a host needs on one page, the most urgent first."""
    sitting = find_hosted(request, public_id)
    if wants_fragment(request):
        return render(request, QUEUE, queue_context(request, sitting))
    return render(request, PAGE, host_context(request, sitting))


@require_POST
def posting(request: HttpRequest, public_id: str, held_id: str) -> HttpResponse:
    """Let others see what waited. Settled by another meanwhile, it is settled."""
    sitting = find_hosted(request, public_id)
    held = find(Held.objects.filter(thread=sitting.thread).select_related("space", "thread"), request.viewer, held_id)
    try:
        post_held(by=request.viewer, held=held)
    except (Refused, HeldSettled):
        return redirect("held", held_id)
    return redirect("stage_host", public_id)


@require_POST
def preset(request: HttpRequest, public_id: str) -> HttpResponse:
    """Open, delayed, or looked at first."""
    sitting, form = find_hosted(request, public_id), PresetForm(request.POST)
    if not form.is_valid():
        return refuse(request, PAGE, host_context(request, sitting) | {"form": form})
    choose_preset(by=request.viewer, sitting=sitting, preset=form.cleaned_data["preset"])
    return redirect("stage_host", public_id)


@require_POST
def pin(request: HttpRequest, public_id: str) -> HttpResponse:
    """The hosts' question."""
    sitting, form = find_hosted(request, public_id), PinForm(request.POST)
    if not form.is_valid():
        return refuse(request, PAGE, host_context(request, sitting) | {"pin_form": form, "form": form})
    pin_question(by=request.viewer, sitting=sitting, words=form.cleaned_data["pinned"])
    return redirect("stage_host", public_id)


@require_POST
def recording(request: HttpRequest, public_id: str) -> HttpResponse:
    """Where it is."""
    sitting, form = find_hosted(request, public_id), RecordingForm(request.POST)
    if not form.is_valid():
        return refuse(request, PAGE, host_context(request, sitting) | {"recording_form": form, "form": form})
    keep_recording(by=request.viewer, sitting=sitting, address=form.cleaned_data["recording"])
    return redirect("stage_host", public_id)
