"""Whose words somebody does not want before them. Nobody but them learns it."""

from django.conf import settings
from django.db import models
from django.db.models import CharField, F, Q, Value
from django.utils import timezone

# Beside the levels of a shield, and a block.
MUTE = "mute"


class MuteQuerySet(models.QuerySet["Mute"]):
    def of(self, ids: list[int]) -> models.QuerySet:
        """Viewer, person and `MUTE`, for those these viewers have muted. It works one way alone."""
        told = self.annotate(kind=Value(MUTE, output_field=CharField()))
        return told.filter(person_id__in=ids).values_list("person_id", "other_id", "kind")


class Mute(models.Model):
    """It changes what one person is shown and told, and nothing for the other."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mutes")
    other = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)

    objects = MuteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="one_mute_per_person"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="nobody_mutes_themselves"),
        ]

    def __str__(self) -> str:
        return f"mute {self.pk}"
