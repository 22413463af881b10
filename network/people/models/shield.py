"""Whom somebody does not want to be seen by."""

from django.conf import settings
from django.db import models
from django.db.models import FilteredRelation, Q
from django.utils import timezone

from network.people.models.affiliation import felt_by_shields
from network.people.models.organisation import Organisation


class ShieldLevel(models.TextChoices):
    LISTS = "lists", "In lists: directory, search, counts, attendee lists"
    EVERYWHERE = "everywhere", "Everywhere: also in what I write"


class ShieldQuerySet(models.QuerySet["Shield"]):
    def covering(self, ids: list[int]) -> models.QuerySet:
        """Viewer, person and level for each shield that hides a person from one of these viewers: named by it, or
        working for the organisation it names. Somebody's own organisation covers themselves, which means nothing."""
        named = self.filter(other_id__in=ids).values_list("other_id", "person_id", "level")
        felt = FilteredRelation("organisation__affiliations", condition=felt_by_shields("organisation__affiliations__"))
        colleagues = self.annotate(felt=felt).filter(felt__person_id__in=ids)
        return named.union(colleagues.values_list("felt__person_id", "person_id", "level"))


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
