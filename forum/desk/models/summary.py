"""What came out of a closed thread."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from forum.talk.models.thread import Thread
from network.access.viewer import Viewer
from network.access.visible import by_author

SUMMARY_LENGTH = 2_000


class SummaryQuerySet(models.QuerySet["Summary"]):
    def visible_to(self, viewer: Viewer) -> "SummaryQuerySet":
        """In a thread they may see, and not written by somebody who hides from this viewer everywhere."""
        return self.filter(by_author(viewer), thread__in=Thread.objects.visible_to(viewer))


class Summary(models.Model):
    """One per thread, written by whoever closed it."""

    thread = models.OneToOneField(Thread, on_delete=models.CASCADE, related_name="summary")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="summaries")
    body = models.TextField(max_length=SUMMARY_LENGTH)
    html = models.TextField(editable=False)
    written_at = models.DateTimeField(default=timezone.now)

    objects = SummaryQuerySet.as_manager()

    def __str__(self) -> str:
        return f"summary {self.pk}"

    @property
    def author_name(self) -> str:
        return self.author.name if self.author else "Former member"
