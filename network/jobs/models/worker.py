"""A worker's sign of life. A row that runs under a silent worker is taken back."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

SILENCE = timedelta(seconds=20)


class WorkerBeatQuerySet(models.QuerySet["WorkerBeat"]):
    def alive(self) -> "WorkerBeatQuerySet":
        return self.filter(seen_at__gt=timezone.now() - SILENCE)


class WorkerBeat(models.Model):
    worker = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField()

    objects = WorkerBeatQuerySet.as_manager()

    def __str__(self) -> str:
        return self.worker
