"""A scheduled job's turn: one row per job and time, so that a doubled tick is harmless."""

from django.db import models
from django.utils import timezone


class Slot(models.Model):
    job = models.CharField(max_length=100)
    due_at = models.DateTimeField()
    taken_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "due_at"], name="one_turn_per_job_and_time")]

    def __str__(self) -> str:
        return f"{self.job} at {self.due_at:%Y-%m-%d %H:%M}"
