"""Places in a cohort, and who completed it. Both speak of a person's ethnic origin and are nobody else's business."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from network.access.viewer import Viewer
from network.programme.models.cohort import Cohort


class PlaceState(models.TextChoices):
    OFFERED = "offered", "Offered"
    ACCEPTED = "accepted", "Accepted"
    RELEASED = "released", "Released"


class OwnOrTeamQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer) -> "OwnOrTeamQuerySet":
        """One's own; the programme team sees all."""
        if viewer.has("programme_manager", "owner"):
            return self
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()


class Place(models.Model):
    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="places")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="places")
    is_funded = models.BooleanField(default=True)
    state = models.CharField(max_length=8, choices=PlaceState, default=PlaceState.OFFERED)
    offered_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = OwnOrTeamQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cohort", "person"], name="one_place_per_person_and_cohort")]

    def __str__(self) -> str:
        return f"place {self.pk}"


class Completion(models.Model):
    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="completions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="completions")
    completed_on = models.DateField(default=timezone.localdate)
    evidence = models.CharField(max_length=200, default="attended day 3")

    objects = OwnOrTeamQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cohort", "person"], name="completed_once")]

    def __str__(self) -> str:
        return f"completion {self.pk}"
