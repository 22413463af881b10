"""Who leads a talk, and who sits on its panel."""

from django.conf import settings
from django.db import models

from forum.stage.models.sitting import Sitting
from network.access.viewer import Viewer
from network.access.visible import in_lists


class Part(models.TextChoices):
    CHAIR = "chair", "Chair"
    PANEL = "panel", "Panel"


class HostQuerySet(models.QuerySet["Host"]):
    def visible_to(self, viewer: Viewer) -> "HostQuerySet":
        """Of talks within sight, less those who are hidden in lists from this viewer."""
        return self.filter(in_lists(viewer), sitting__in=Sitting.objects.visible_to(viewer))

    def in_order(self) -> "HostQuerySet":
        """The chair first."""
        return self.order_by("part", "pk")


class Host(models.Model):
    """What is shown beside a name. Who runs the talk follows from a role: the chair is a steward of its space."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="hosts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=5, choices=Part)

    objects = HostQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sitting", "person"], name="one_part_each")]

    def __str__(self) -> str:
        return f"host {self.pk}"
