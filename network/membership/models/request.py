"""Somebody who wants to be an ally, from the last question to the welcome."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from network.access.viewer import Viewer
from network.people.models import Organisation
from network.people.opaque import new_public_id


class RequestState(models.TextChoices):
    UNPROVED = "unproved", "Address not proved yet"
    WAITING = "waiting", "Waiting for a welcome"
    ADMITTED = "admitted", "Admitted"
    DECLINED = "declined", "Declined"


class DeskQuerySet(models.QuerySet):
    """Shared by ally requests and claims: both wait at the same desk."""

    def visible_to(self, viewer: Viewer) -> "DeskQuerySet":
        """The programme team, and nobody about themselves."""
        if not viewer.has("programme_manager", "owner"):
            return self.none()
        return self.exclude(person_id=viewer.person_id).exclude(state=RequestState.UNPROVED)

    def waiting(self) -> "DeskQuerySet":
        return self.filter(state=RequestState.WAITING)


class AllyRequest(models.Model):
    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="ally_request")
    organisation_text = models.CharField(max_length=200)
    organisation = models.ForeignKey(Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    role_title = models.CharField(max_length=200)
    why = models.TextField(max_length=1_000)
    key = models.UUIDField()
    state = models.CharField(max_length=8, choices=RequestState, default=RequestState.UNPROVED)
    asked_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.CharField(max_length=500, blank=True)

    objects = DeskQuerySet.as_manager()

    def __str__(self) -> str:
        return f"ally request {self.pk}"
