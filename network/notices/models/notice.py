"""What somebody was told on the site."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from network.access.viewer import Viewer
from network.people.opaque import new_public_id


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, viewer: Viewer) -> "NoticeQuerySet":
        """One's own, and nobody else's."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at=None)

    def kept(self) -> "NoticeQuerySet":
        """Those not cleared away. A cleared one stays as the mark that its fact was told."""
        return self.filter(cleared_at=None)

    def unmailed(self) -> "NoticeQuerySet":
        """Unread, and in no letter yet."""
        return self.unread().kept().filter(mailed_at=None)


class Notice(models.Model):
    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60)
    ref = models.CharField(max_length=100, blank=True)
    # Where it happened, for whoever chose how often mail tells of that place.
    place = models.CharField(max_length=20, blank=True, default="")
    key = models.CharField(max_length=200)
    told_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "-told_at"])]
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="told_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
