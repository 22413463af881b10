"""A message somebody keeps to find again. Nobody else learns it."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from forum.talk.models.message import Message
from network.access.viewer import Viewer


class BookmarkQuerySet(models.QuerySet["Bookmark"]):
    def visible_to(self, viewer: Viewer) -> "BookmarkQuerySet":
        """One's own, while the message stands and is within sight: what is not shown is not counted either."""
        standing = Message.objects.visible_to(viewer).standing()
        return self.filter(person_id=viewer.person_id, message__in=standing)

    def latest_first(self) -> "BookmarkQuerySet":
        return self.order_by("-saved_at", "-pk")


class Bookmark(models.Model):
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="bookmarks")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="bookmarks")
    saved_at = models.DateTimeField(default=timezone.now)

    objects = BookmarkQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "message"], name="saved_once_by_each")]

    def __str__(self) -> str:
        return f"bookmark {self.pk}"
