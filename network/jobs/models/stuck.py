"""Jobs that failed as often as they may: the list somebody has to look at."""

from typing import Any

from django.db import models
from django.utils import timezone


class StuckJobQuerySet(models.QuerySet["StuckJob"]):
    def note(self, job: str, args: list[Any], kwargs: dict[str, Any], error: str) -> "StuckJob":
        return self.create(job=job, args=args, kwargs=kwargs, error=error)

    def open(self) -> "StuckJobQuerySet":
        return self.filter(released_at=None)


class StuckJob(models.Model):
    """Holds ids and the failure's class, never its words: those may quote a person."""

    job = models.CharField(max_length=100)
    args = models.JSONField(default=list)
    kwargs = models.JSONField(default=dict)
    error = models.CharField(max_length=200)
    stuck_at = models.DateTimeField(default=timezone.now)
    released_at = models.DateTimeField(null=True, blank=True)

    objects = StuckJobQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.job}: {self.error}"
