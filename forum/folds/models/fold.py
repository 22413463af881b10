"""A message somebody has folded away, for themselves alone. Nobody else learns it."""

from django.conf import settings
from django.db import models

from forum.talk.models import Message
from network.access.viewer import Viewer


class FoldQuerySet(models.QuerySet["Fold"]):
    def visible_to(self, viewer: Viewer) -> "FoldQuerySet":
        """One's own, and nobody else's."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()


class Fold(models.Model):
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="folds")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="folds")

    objects = FoldQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "message"], name="one_fold_per_message")]

    def __str__(self) -> str:
        return f"fold {self.pk}"
