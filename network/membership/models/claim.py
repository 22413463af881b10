"""An alumna who claims her place, and the office's list of who completed the programme."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from network.membership.models.request import DeskQuerySet, RequestState
from network.people.models import Organisation
from network.people.opaque import new_public_id


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


class Claim(models.Model):
    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="claim")
    cohort_text = models.CharField(max_length=60, blank=True)
    organisation_text = models.CharField(max_length=200, blank=True)
    key = models.UUIDField()
    state = models.CharField(max_length=8, choices=RequestState, default=RequestState.UNPROVED)
    asked_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.CharField(max_length=500, blank=True)

    objects = DeskQuerySet.as_manager()

    def __str__(self) -> str:
        return f"claim {self.pk}"
