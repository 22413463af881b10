"""When scheduled jobs are due, on the London clock."""

from datetime import datetime

from cronsim import CronSim
from django.utils import timezone

from network.jobs.models import Slot
from network.jobs.registry import JOBS


def last_due(cron: str, now: datetime) -> datetime:
    """The latest time of a cron line that is not after `now`. Each clock change gives every turn exactly once."""
    local = timezone.localtime(now)
    return next(CronSim(cron, local.replace(second=59), reverse=True))


def tick() -> int:
    """Write the row of every scheduled job whose turn has come, once per turn. Returns how many."""
    started = 0
    now = timezone.now()
    for job in JOBS.scheduled():
        _, is_new = Slot.objects.get_or_create(job=job.name, due_at=last_due(job.cron, now))
        if is_new:
            job.later()
            started += 1
    return started
