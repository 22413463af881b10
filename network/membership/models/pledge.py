"""What an ally promises to do, and what became of it."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from network.access.viewer import Viewer


class PledgeVerb(models.TextChoices):
    SPONSOR = "sponsor", "Sponsor: put somebody's name forward when they are not in the room"
    ADVOCATE = "advocate", "Advocate: ask who is missing before a decision is made"
    OPEN = "open", "Open a door: offer shadowing, a project or a place at a table"
    CHANGE = "change", "Change a rule or habit where I work"


class PledgeState(models.TextChoices):
    MADE = "made", "Made"
    KEPT = "kept", "Kept"
    CHANGED = "changed", "Changed"
    LAPSED = "lapsed", "No answer"


class PledgeQuerySet(models.QuerySet["Pledge"]):
    def visible_to(self, viewer: Viewer) -> "PledgeQuerySet":
        """One's own, and the programme team's."""
        if viewer.has("programme_manager", "owner"):
            return self
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def made(self) -> "PledgeQuerySet":
        return self.filter(state=PledgeState.MADE)


class Pledge(models.Model):
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pledges")
    verb = models.CharField(max_length=8, choices=PledgeVerb)
    action = models.CharField(max_length=300)
    for_whom = models.CharField(max_length=200, help_text="A group, never a named person.")
    by_when = models.DateField()
    how_known = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=PledgeState, default=PledgeState.MADE)
    made_at = models.DateTimeField(default=timezone.now)
    times_asked = models.PositiveSmallIntegerField(default=0)
    answered_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)

    objects = PledgeQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(times_asked__lte=3), name="asked_three_times_at_most")]

    def __str__(self) -> str:
        return f"pledge {self.pk}"
