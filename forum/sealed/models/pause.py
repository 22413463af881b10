"""A pen that rests for a while, by a moderator who does not know whose it is."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from forum.sealed.models.seal import Seal
from forum.spaces.models.pause import REASON_LENGTH
from network.access.viewer import Viewer


class PenPauseQuerySet(models.QuerySet["PenPause"]):
    def visible_to(self, viewer: Viewer) -> "PenPauseQuerySet":
        """Of one's own pens."""
        return self.filter(seal__in=Seal.objects.visible_to(viewer))

    def running(self) -> "PenPauseQuerySet":
        now = timezone.now()
        return self.filter(begun_at__lte=now, ends_at__gt=now, lifted_at=None)


class PenPause(models.Model):
    """It holds one pen in one thread: to hold its person elsewhere would show where else she writes."""

    seal = models.ForeignKey(Seal, on_delete=models.CASCADE, related_name="pauses")
    begun_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=REASON_LENGTH)
    paused_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = PenPauseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("begun_at")), name="pen_pause_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"pen pause {self.pk}"
