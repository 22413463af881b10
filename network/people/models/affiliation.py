"""Who works where, from when to when."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from network.people.models.organisation import Organisation

# Somebody who changes their own organisation stays covered by its shields for this long (safety standard, L30).
AFTERGLOW = timedelta(days=30)


def felt_by_shields(path: str = "") -> Q:
    """Affiliations that shields reckon with: current, or ended less than thirty days ago. `path` leads to them."""
    return Q(**{f"{path}ended_on": None}) | Q(**{f"{path}ended_on__gte": timezone.localdate() - AFTERGLOW})


class AffiliationQuerySet(models.QuerySet["Affiliation"]):
    def on(self, day: date) -> "AffiliationQuerySet":
        return self.filter(Q(started_on=None) | Q(started_on__lte=day), Q(ended_on=None) | Q(ended_on__gte=day))

    def current(self) -> "AffiliationQuerySet":
        return self.on(timezone.localdate())

    def felt_by_shields(self) -> "AffiliationQuerySet":
        """Current ones, and those that ended less than thirty days ago."""
        return self.filter(felt_by_shields())

    def colleagues_of(self, person_id: int | None) -> "AffiliationQuerySet":
        """Those of everybody who works, or worked within the month, where this person does or did. Themselves among
        them, if they work anywhere."""
        theirs = Affiliation.objects.filter(person_id=person_id).felt_by_shields()
        return self.felt_by_shields().filter(organisation__in=theirs.values("organisation_id"))


class Affiliation(models.Model):
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="affiliations")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="affiliations")
    role_title = models.CharField(max_length=200, blank=True)
    job_level = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="1 social worker to 8 chief executive"
    )
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = AffiliationQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organisation", "ended_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(started_on=None) | Q(ended_on__gte=F("started_on")),
                name="affiliation_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"affiliation {self.pk}"
