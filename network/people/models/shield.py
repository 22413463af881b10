"""Whom somebody does not want to be seen by."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from network.people.models.affiliation import Affiliation
from network.people.models.organisation import Organisation


class ShieldLevel(models.TextChoices):
    LISTS = "lists", "In lists: directory, search, counts, attendee lists"
    EVERYWHERE = "everywhere", "Everywhere: also in what I write"


class ShieldQuerySet(models.QuerySet["Shield"]):
    def covering(self, viewer_id: int) -> "ShieldQuerySet":
        """Those that hide their person from this viewer: named, or working for the named organisation."""
        theirs = Affiliation.objects.filter(person_id=viewer_id).felt_by_shields()
        return self.filter(Q(other_id=viewer_id) | Q(organisation_id__in=theirs.values("organisation_id"))).exclude(
            person_id=viewer_id
        )


class Shield(models.Model):
    """From an organisation or a person. Part of every `visible_to`, and nowhere else."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="shields")
    level = models.CharField(max_length=12, choices=ShieldLevel, default=ShieldLevel.LISTS)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    other = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    raised_at = models.DateTimeField(default=timezone.now)

    objects = ShieldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation=None, other__isnull=False) | Q(organisation__isnull=False, other=None),
                name="shield_from_one_thing",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation"], condition=Q(other=None), name="one_shield_per_organisation"
            ),
            models.UniqueConstraint(
                fields=["person", "other"], condition=Q(organisation=None), name="one_shield_per_person"
            ),
        ]

    def __str__(self) -> str:
        return f"shield {self.pk}"
