"""Words somebody has begun and not yet sent. Nobody else learns them."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from forum.talk.models.message import BODY_LENGTH
from forum.talk.models.thread import Thread
from network.access.viewer import Viewer


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, viewer: Viewer) -> "DraftQuerySet":
        """One's own, in threads within sight."""
        return self.filter(person_id=viewer.person_id, thread__in=Thread.objects.visible_to(viewer))


class Draft(models.Model):
    """One per person and thread, until it is sent or emptied."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="drafts")
    body = models.TextField(max_length=BODY_LENGTH)
    updated_at = models.DateTimeField(default=timezone.now)

    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "thread"], name="one_draft_per_thread")]

    def __str__(self) -> str:
        return f"draft {self.pk}"
