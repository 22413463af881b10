"""Putting a stuck job back to work."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from network.jobs.models import StuckJob
from network.jobs.perform import perform
from network.jobs.rules import can_release
from network.people.models import User
from network.people.staff import note_staff_act


def release(*, by: User, stuck: StuckJob) -> None:
    """Try a stuck job again from its first attempt. Pressed twice, it is put back once.

    Raises PermissionDenied for who may not.
    """
    if not can_release(by):
        raise PermissionDenied
    with transaction.atomic():
        if StuckJob.objects.open().filter(pk=stuck.pk).update(released_at=timezone.now()):
            perform.enqueue(stuck.job, stuck.args, stuck.kwargs, 1)
            note_staff_act(by=by, verb="released_job", about_id=None, reason=f"{stuck.job} {stuck.pk}")
