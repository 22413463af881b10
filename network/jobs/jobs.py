"""The room's own upkeep."""

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from network.jobs.models import Slot, WorkerBeat
from network.jobs.registry import scheduled

KEEP = timedelta(days=7)


@scheduled("17 3 * * *")
def forget_finished() -> None:
    """Finished rows and old turns go after a week; run twice or half-way, nothing is missed."""
    before = timezone.now() - KEEP
    DBTaskResult.objects.finished().filter(finished_at__lt=before).delete()
    Slot.objects.filter(due_at__lt=before).delete()
    WorkerBeat.objects.filter(seen_at__lt=before).delete()
