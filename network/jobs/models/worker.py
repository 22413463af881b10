"""A worker's sign of life. A row that runs under a silent worker is taken back."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class WorkerBeatQuerySet(models.QuerySet["WorkerBeat"]):
    def alive(self) -> "WorkerBeatQuerySet":
        return self.filter(seen_at__gt=timezone.now() - settings.WORKER_SILENCE)


class WorkerBeat(models.Model):
    worker = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField()

    objects = WorkerBeatQuerySet.as_manager()

    def __str__(self) -> str:
        return self.worker
