"""An alumna who claims her place, and the office's list of who completed the programme."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower

from network.membership.models.case import Case
from network.people.models import Organisation


class RosterEntry(models.Model):
    """One line of the office's list. `person` once somebody's claim was accepted."""

    name = models.CharField(max_length=200)
    email = models.EmailField(max_length=254, blank=True)
    cohort_code = models.SlugField(max_length=20)
    organisation = models.ForeignKey(Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(Lower("email"), name="roster_address")]

    def __str__(self) -> str:
        return f"roster entry {self.pk}"


class Claim(Case):
    way: ClassVar[str] = "alumni"

    cohort_text = models.CharField(max_length=60, blank=True)
    organisation_text = models.CharField(max_length=200, blank=True)
