"""Pausing somebody's writing, and ending that early."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from forum.spaces.models import Pause
from forum.spaces.rules import can_pause
from network.access.viewer import Viewer
from network.access.visible import require
from network.people.models import User
from network.records.actions.log import from_to, record_staff_action

POSTS, READS = "can post", "can only read"
STOPPED, STARTED = from_to(POSTS, READS), from_to(READS, POSTS)
LONGEST = timedelta(days=30)
LONGEST_SECONDED = timedelta(days=365)


def pause_person(*, by: Viewer, person: User, span: timedelta, reason: str, is_seconded: bool = False) -> Pause:
    """From now on they read and do not write, for so long. Raises ValueError for more than thirty days; for more than a
    year where a second person has agreed."""
    require(can_pause(by, person.pk))
    if not timedelta(0) < span <= (LONGEST_SECONDED if is_seconded else LONGEST):
        raise ValueError("a pause lasts a while, and thirty days at most")
    now = timezone.now()
    with transaction.atomic():
        record_staff_action(by=by, verb="paused_writing", about_id=person.pk, reason=reason, change=STOPPED)
        facts = {"begun_at": now, "ends_at": now + span, "reason": reason}
        return Pause.objects.create(person=person, paused_by_id=by.person_id, **facts)


def lift_pause(*, by: Viewer, pause: Pause, is_overturned: bool = False) -> Pause:
    """They write again from now on. What has ended already stays as it was. `is_overturned`: the decision it came with
    is no more, and whoever judged that lifts it."""
    require(is_overturned or can_pause(by, pause.person_id))
    with transaction.atomic():
        if Pause.objects.running().filter(pk=pause.pk).update(lifted_at=timezone.now()):
            record_staff_action(by=by, verb="lifted_pause", about_id=pause.person_id, change=STARTED)
    pause.refresh_from_db()
    return pause
