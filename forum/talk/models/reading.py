"""How far somebody has read in a thread. Nobody else learns it."""

from django.conf import settings
from django.db import models

from forum.talk.models.thread import Thread


class Reading(models.Model):
    """`position` is the number of the last message read; a message with a greater one is unread."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="readings")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="readings")
    position = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "thread"], name="one_reading_per_thread")]

    def __str__(self) -> str:
        return f"reading {self.pk}"
