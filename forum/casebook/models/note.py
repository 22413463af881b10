"""What moderators note down about a matter, for one another. Nothing changes or deletes a note but time."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from forum.concerns.models import Matter, matters
from network.access.viewer import Viewer

NOTE_LENGTH = 1_000


class NoteQuerySet(models.QuerySet["Note"]):
    def visible_to(self, viewer: Viewer) -> "NoteQuerySet":
        """With the matter they are about."""
        seen = models.Q(pk__in=[])
        for kind in matters():
            seen |= models.Q(noun=kind.NOUN, ref__in=kind.objects.visible_to(viewer).values("public_id"))
        return self.filter(seen)

    def about(self, matter: Matter) -> "NoteQuerySet":
        return self.filter(noun=matter.NOUN, ref=matter.public_id).order_by("written_at", "pk")


class Note(models.Model):
    """`noun` and `ref` name the matter, whatever kind it is of."""

    noun = models.CharField(max_length=20)
    ref = models.CharField(max_length=12, db_index=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    body = models.TextField(max_length=NOTE_LENGTH)
    key = models.UUIDField()
    written_at = models.DateTimeField(default=timezone.now)

    objects = NoteQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "noun", "ref", "key"], name="noted_once")]

    def __str__(self) -> str:
        return f"note {self.pk}"
