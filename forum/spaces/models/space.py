"""A place to talk, for an audience. For everybody else it leaves no trace."""

from django.db import models
from django.db.models import F
from django.utils import timezone

from network.access.audience import audience_field, icon, label
from network.access.viewer import Viewer
from network.access.visible import by_audience
from network.people.opaque import new_public_id


class SpaceQuerySet(models.QuerySet["Space"]):
    def visible_to(self, viewer: Viewer) -> "SpaceQuerySet":
        """Those whose audience the viewer belongs to. An archived space is read, never written."""
        return self.filter(by_audience(viewer)) if viewer.person_id else self.none()

    def by_position(self) -> "SpaceQuerySet":
        return self.order_by("position", "name", "pk")


class Space(models.Model):
    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    name = models.CharField(max_length=80)
    description = models.CharField(max_length=300, blank=True)
    audience = audience_field()
    position = models.PositiveSmallIntegerField(default=100)
    is_read_only = models.BooleanField(default=False)
    # Dense, in commit order. It never leaves the server: browsers get opaque cursors.
    version = models.PositiveBigIntegerField(default=0, editable=False)
    opened_at = models.DateTimeField(default=timezone.now)

    objects = SpaceQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name

    def advance(self) -> int:
        """Take the space's next version. The update locks the row, so versions follow commits, without gaps."""
        type(self).objects.filter(pk=self.pk).update(version=F("version") + 1)
        self.refresh_from_db(fields=["version"])
        return self.version

    @property
    def audience_label(self) -> str:
        return label(self.audience)

    @property
    def audience_icon(self) -> str:
        return icon(self.audience)
