"""Somebody who does not want to read one pen name in one thread. Nobody else learns it."""

from django.conf import settings
from django.db import models

from forum.sealed.models.seal import Seal
from network.access.viewer import Viewer


class PenMuteQuerySet(models.QuerySet["PenMute"]):
    def visible_to(self, viewer: Viewer) -> "PenMuteQuerySet":
        """One's own, and nobody else's."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def add(self, person_id: int | None, seal: Seal) -> None:
        """Mute, unless this person has already. One query, even where two tabs do it at once."""
        self.bulk_create([PenMute(person_id=person_id, seal=seal)], ignore_conflicts=True)


class PenMute(models.Model):
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pen_mutes")
    seal = models.ForeignKey(Seal, on_delete=models.CASCADE, related_name="mutes")

    objects = PenMuteQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "seal"], name="one_mute_per_pen")]

    def __str__(self) -> str:
        return f"pen mute {self.pk}"
