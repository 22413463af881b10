"""Who may ask somebody to talk. Nobody else learns it, not even by asking."""

from django.conf import settings
from django.db import models


class Reach(models.TextChoices):
    MEMBERS = "members", "Everybody who finds me in the directory"
    ALUMNI = "alumni", "Alumni who find me in the directory"
    NOBODY = "nobody", "Nobody"


class ReachabilityQuerySet(models.QuerySet["Reachability"]):
    def choice_of(self, person_id: int | None) -> str:
        """What they chose; alumni alone until they have."""
        return self.filter(person_id=person_id).values_list("asked_by", flat=True).first() or Reach.ALUMNI


class Reachability(models.Model):
    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_by = models.CharField(max_length=7, choices=Reach, default=Reach.ALUMNI)

    objects = ReachabilityQuerySet.as_manager()

    def __str__(self) -> str:
        return f"reachability {self.pk}"
