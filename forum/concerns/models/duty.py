"""Who is at the table now, and what they would rather not be given. Nobody asks why."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from network.access.viewer import Viewer

# Not shown before one asks for it, and followed by a page that says: take a moment.
HEAVY = frozenset({"racism", "harassment", "sexual"})
SPARED_LENGTH = 120


class Spared(models.TextChoices):
    """Categories of reports and concerns alike, by their names there."""

    RACISM = "racism", "Racism or another kind of hate"
    HARASSMENT = "harassment", "Harassment or threats"
    SEXUAL = "sexual", "Sexual content"
    SAFEGUARDING = "safeguarding", "A child or an adult at risk"
    WELFARE = "welfare", "Worry about somebody"


class DutyQuerySet(models.QuerySet["Duty"]):
    def visible_to(self, viewer: Viewer) -> "DutyQuerySet":
        """One's own."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def on(self) -> "DutyQuerySet":
        return self.filter(is_on=True, person__is_active=True)


class Duty(models.Model):
    """`spared` names categories, apart by spaces."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="duty")
    is_on = models.BooleanField(default=False)
    spared = models.CharField(max_length=SPARED_LENGTH, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = DutyQuerySet.as_manager()

    def __str__(self) -> str:
        return f"duty {self.pk}"

    @property
    def categories(self) -> list[str]:
        return self.spared.split()
