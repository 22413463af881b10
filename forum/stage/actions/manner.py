"""How a talk is led: what is asked of everybody, how fast messages come, and where the recording is."""

from dataclasses import fields, replace

from django.db import models, transaction

from forum.spaces.actions.space import Manner, change_manner
from forum.stage.actions.turn import tell_phase
from forum.stage.models import Sitting
from forum.stage.rules import can_host, can_keep_recording
from network.access.viewer import Viewer
from network.access.visible import require
from network.records.actions.log import record_staff_action

DELAY_SECONDS = 30


class Preset(models.TextChoices):
    OPEN = "open", "Open"
    DELAY = "delay", f"{DELAY_SECONDS} seconds’ delay"
    APPROVE = "approve", "Approve first"


def preset_of(sitting: Sitting) -> Preset:
    """Which one holds now."""
    space = sitting.thread.space
    if space.approves_first:
        return Preset.APPROVE
    return Preset.DELAY if space.delay_seconds else Preset.OPEN


def choose_preset(*, by: Viewer, sitting: Sitting, preset: str) -> None:
    """Say how messages come from now on. What waits already waits as it did."""
    require(can_host(by, sitting))
    space = sitting.thread.space
    now = Manner(**{field.name: getattr(space, field.name) for field in fields(Manner)})
    delay = DELAY_SECONDS if preset == Preset.DELAY else 0
    with transaction.atomic():
        manner = replace(now, approves_first=preset == Preset.APPROVE, delay_seconds=delay)
        sitting.thread.space = change_manner(by=by, space=space, manner=manner)
        record_staff_action(by=by, verb="chose_preset", about_id=None, reason=f"{sitting}: {preset}")
        tell_phase(sitting)


def pin_question(*, by: Viewer, sitting: Sitting, words: str) -> None:
    """Put the hosts' question above everything; no words take it away."""
    require(can_host(by, sitting))
    with transaction.atomic():
        sitting.pinned = words
        sitting.save(update_fields=["pinned"])
        tell_phase(sitting)


def keep_recording(*, by: Viewer, sitting: Sitting, address: str) -> None:
    """Say where the recording is; no address takes it away."""
    require(can_keep_recording(by, sitting))
    with transaction.atomic():
        sitting.recording_url = address
        sitting.save(update_fields=["recording_url"])
        tell_phase(sitting)
