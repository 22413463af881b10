"""How somebody wants to be written to. Nobody else learns it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from network.access.viewer import Viewer
from network.notices.kind import Pace


class MailChoiceQuerySet(models.QuerySet["MailChoice"]):
    def visible_to(self, viewer: Viewer) -> "MailChoiceQuerySet":
        """One's own."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()


class MailChoice(models.Model):
    """One per person and kind; without a row the kind's own default holds."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_choices")
    kind = models.CharField(max_length=60)
    pace = models.CharField(max_length=8, choices=Pace)

    objects = MailChoiceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="one_choice_per_kind")]
        indexes = [models.Index(fields=["pace", "person"], name="notices_choice_by_pace")]

    def __str__(self) -> str:
        return f"choice {self.pk}"


class PlaceChoiceQuerySet(models.QuerySet["PlaceChoice"]):
    def visible_to(self, viewer: Viewer) -> "PlaceChoiceQuerySet":
        """One's own."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()


class PlaceChoice(models.Model):
    """How often mail tells of one place, whatever the kind: of the two choices the slower holds.

    `place` is the opaque id that a room above gives what it tells of. Without a row the kind's choice holds alone.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="place_choices")
    place = models.CharField(max_length=20)
    pace = models.CharField(max_length=8, choices=Pace)

    objects = PlaceChoiceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "place"], name="one_choice_per_place")]
        indexes = [models.Index(fields=["pace", "person"], name="notices_place_by_pace")]

    def __str__(self) -> str:
        return f"place choice {self.pk}"


class QuietTime(models.Model):
    """Hours without mail, UK time, and a day until which there is none. Service mail comes all the same."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="quiet_time")
    begins_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    paused_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(begins_at=None, ends_at=None) | Q(begins_at__isnull=False, ends_at__isnull=False),
                name="quiet_hours_begin_and_end",
            )
        ]

    def __str__(self) -> str:
        return f"quiet time {self.pk}"
