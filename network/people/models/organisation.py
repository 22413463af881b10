"""Where people work: authorities with a beginning, an end and successors, and other bodies."""

from datetime import date

from django.db import models
from django.db.models import Q

from network.people.opaque import new_public_id


class OrganisationKind(models.TextChoices):
    AUTHORITY = "authority", "Local authority"
    TRUST = "trust", "Children's trust"
    OTHER = "other", "Other organisation"


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def standing_on(self, day: date) -> "OrganisationQuerySet":
        """Those that exist on a day: the 153 authorities become 154 on 1 April 2027."""
        return self.filter(Q(started_on=None) | Q(started_on__lte=day), Q(ended_on=None) | Q(ended_on__gte=day))

    def authorities(self) -> "OrganisationQuerySet":
        return self.filter(kind=OrganisationKind.AUTHORITY)

    def named(self, words: str) -> "OrganisationQuerySet":
        """Exact name, council name or alias, without regard to case."""
        return self.filter(
            Q(name__iexact=words) | Q(council_name__iexact=words) | Q(aliases__name__iexact=words)
        ).distinct()


class Organisation(models.Model):
    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    name = models.CharField(max_length=200)
    council_name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12, choices=OrganisationKind, default=OrganisationKind.OTHER)
    gss_code = models.CharField(max_length=9, unique=True, null=True, blank=True)
    region = models.CharField(max_length=60, blank=True, help_text="As ADCS names it: Greater London, Eastern.")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    successors = models.ManyToManyField("self", symmetrical=False, related_name="predecessors", blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(started_on=None) | Q(ended_on__gte=models.F("started_on")),
                name="organisation_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationAlias(models.Model):
    """Another name people use: short forms, formal names, trusts and former names."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)
    is_unambiguous = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="one_alias_once")]

    def __str__(self) -> str:
        return self.name
