"""Putting a stuck job back to work."""

from django.db import transaction
from django.utils import timezone

from network.jobs.models import StuckJob
from network.jobs.perform import perform


def release(*, stuck: StuckJob) -> None:
    """Try a stuck job again from its first attempt. Pressed twice, it is put back once."""
    with transaction.atomic():
        if StuckJob.objects.open().filter(pk=stuck.pk).update(released_at=timezone.now()):
            perform.enqueue(stuck.job, stuck.args, stuck.kwargs, 1)
