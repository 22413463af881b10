"""Letting a pen rest, and ending that early. Whoever does it does not learn whose pen it is."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from forum.sealed.models import PenPause, Seal
from forum.sealed.rules import can_keep_pens
from forum.spaces.actions.pause import LONGEST
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.access.visible import require
from network.records.actions.log import record_staff_action


def pause_pen(*, by: Viewer, seal: Seal, span: timedelta, reason: str) -> PenPause:
    """From now on nothing more is said under this name, for so long. Raises ValueError for more than thirty days."""
    require(can_keep_pens(by))
    if not timedelta(0) < span <= LONGEST:
        raise ValueError("a pause lasts a while, and thirty days at most")
    now = timezone.now()
    with transaction.atomic():
        record_staff_action(by=by, verb="paused_pen", about_id=None, reason=reason)
        facts = {"begun_at": now, "ends_at": now + span, "reason": reason}
        return PenPause.objects.create(seal=seal, paused_by_id=by.person_id, **facts)


def pause_pen_of(*, by: Viewer, message: Message, span: timedelta, reason: str) -> None:
    """The same for the pen a message stands under; words with a name have none."""
    for seal in Seal.objects.of_message(message):
        pause_pen(by=by, seal=seal, span=span, reason=reason)


def lift_pen_pause(*, by: Viewer, seal: Seal) -> None:
    """It writes again from now on. What has ended already stays as it was."""
    require(can_keep_pens(by))
    with transaction.atomic():
        if PenPause.objects.running().filter(seal=seal).update(lifted_at=timezone.now()):
            record_staff_action(by=by, verb="lifted_pen_pause", about_id=None)
