"""How somebody wants to be seen and spoken to where people talk. Nobody else learns it."""

from django.conf import settings
from django.db import models

from network.access.viewer import Viewer


class Announce(models.TextChoices):
    EACH = "each", "Each message"
    COUNTS = "counts", "Counts only"
    NOTHING = "nothing", "Nothing"


class HabitsQuerySet(models.QuerySet["Habits"]):
    def visible_to(self, viewer: Viewer) -> "HabitsQuerySet":
        """One's own."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def chosen(self, viewer: Viewer, name: str) -> models.QuerySet:
        """One of this viewer's own, to be asked beside something else; nothing until they choose."""
        return self.visible_to(viewer).values(name)[:1]

    def of(self, person_id: int | None) -> "Habits":
        """Those of a person, or what holds until somebody chooses."""
        return self.filter(person_id=person_id).first() or Habits(person_id=person_id)


class Habits(models.Model):
    """`shows_presence`: counted among those here. `shows_typing`: others read that one types. `announce`: what a
    screen reader says of new messages."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="habits")
    shows_presence = models.BooleanField(default=True)
    shows_typing = models.BooleanField(default=True)
    announce = models.CharField(max_length=7, choices=Announce, default=Announce.EACH)

    objects = HabitsQuerySet.as_manager()

    def __str__(self) -> str:
        return f"habits {self.pk}"
