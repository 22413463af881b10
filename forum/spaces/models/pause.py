"""Somebody who reads and does not write for a while. It ends by itself."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from network.access.viewer import Viewer

REASON_LENGTH = 500


class PauseQuerySet(models.QuerySet["Pause"]):
    def visible_to(self, viewer: Viewer) -> "PauseQuerySet":
        """The person it holds."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def running(self) -> "PauseQuerySet":
        now = timezone.now()
        return self.filter(begun_at__lte=now, ends_at__gt=now, lifted_at=None)

    def end_for(self, viewer: Viewer) -> models.QuerySet:
        """When this viewer writes again: a time, or nothing for almost everybody."""
        return self.visible_to(viewer).running().order_by("-ends_at").values_list("ends_at", flat=True)[:1]


class Pause(models.Model):
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pauses")
    begun_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=REASON_LENGTH)
    paused_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = PauseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("begun_at")), name="pause_ends_after_it_begins"),
        ]
        indexes = [models.Index(fields=["person", "ends_at"], name="spaces_pause_of_person")]

    def __str__(self) -> str:
        return f"pause {self.pk}"
