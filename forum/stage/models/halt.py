"""That a talk was stopped: what was hidden, who was put out, and what was said to everybody afterwards."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from forum.stage.models.sitting import Sitting
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.access.visible import by_author
from network.people.models import Role

CARE_LENGTH = 1_000


class HaltQuerySet(models.QuerySet["Halt"]):
    def visible_to(self, viewer: Viewer) -> "HaltQuerySet":
        """Of talks within sight; the hosts' page alone shows them."""
        return self.filter(sitting__in=Sitting.objects.visible_to(viewer))


class Halt(models.Model):
    """`hidden` are the messages taken out of sight by it. `care` is what the hosts have said to everybody after it."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="halts")
    called_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    key = models.UUIDField()
    called_at = models.DateTimeField(default=timezone.now)
    hidden = models.ManyToManyField(Message, related_name="+")
    restored_at = models.DateTimeField(null=True, blank=True)
    care = models.TextField(max_length=CARE_LENGTH, blank=True)
    cared_at = models.DateTimeField(null=True, blank=True)

    objects = HaltQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["called_by", "key"], name="halted_once")]

    def __str__(self) -> str:
        return f"halt {self.pk}"


class EjectionQuerySet(models.QuerySet["Ejection"]):
    def visible_to(self, viewer: Viewer) -> "EjectionQuerySet":
        """Of talks within sight, less those who hide from this viewer everywhere."""
        return self.filter(by_author(viewer, "person"), halt__sitting__in=Sitting.objects.visible_to(viewer))

    def in_force(self) -> "EjectionQuerySet":
        return self.filter(readmitted_at=None)


class Ejection(models.Model):
    """`role` keeps them out, and it alone is ended for them: what the moderators have decided stays."""

    halt = models.ForeignKey(Halt, on_delete=models.CASCADE, related_name="ejections")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    role = models.OneToOneField(Role, on_delete=models.CASCADE, related_name="+")
    readmitted_at = models.DateTimeField(null=True, blank=True)

    objects = EjectionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"ejection {self.pk}"
