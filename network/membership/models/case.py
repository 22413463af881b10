"""What waits at the welcome desk: an ally's request, or an alumna's claim."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from network.access.viewer import Viewer
from network.people.opaque import new_public_id


class RequestState(models.TextChoices):
    UNPROVED = "unproved", "Address not proved yet"
    WAITING = "waiting", "Waiting for an answer"
    ASKED = "asked", "We have asked something"
    ADMITTED = "admitted", "Welcomed"
    DECLINED = "declined", "Declined"


class DeskQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer) -> "DeskQuerySet":
        """The programme team, and nobody about themselves."""
        if not viewer.has("programme_manager", "owner"):
            return self.none()
        return self.exclude(person_id=viewer.person_id).exclude(state=RequestState.UNPROVED)

    def waiting(self) -> "DeskQuerySet":
        """Undecided, those we asked something included."""
        return self.filter(state__in=[RequestState.WAITING, RequestState.ASKED])


class Case(models.Model):
    """One per person and kind. A declined one is opened again when its person asks anew."""

    way: ClassVar[str]

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="%(class)s")
    key = models.UUIDField()
    state = models.CharField(max_length=8, choices=RequestState, default=RequestState.UNPROVED)
    asked_at = models.DateTimeField(default=timezone.now)
    question = models.CharField(max_length=500, blank=True)
    reply = models.CharField(max_length=1_000, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.CharField(max_length=500, blank=True)

    objects = DeskQuerySet.as_manager()

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["state", "asked_at"])]

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"
