"""Who is behind a pen name in a thread, for nobody to read."""

from django.db import models

from forum.sealed.names import PEN_LENGTH
from forum.sealed.secrets import marks_of
from forum.talk.models import Message, Thread
from network.access.viewer import Viewer


class SealQuerySet(models.QuerySet["Seal"]):
    def visible_to(self, viewer: Viewer) -> "SealQuerySet":
        """One's own, wherever they are: every seal is compared, because no column says whose it is. One query more."""
        rows = self.values_list("pk", "thread_id", "mark") if viewer.person_id else ()
        return self.filter(pk__in=[pk for pk, thread, mark in rows if mark in marks_of(viewer.person_id, thread)])

    def held_by(self, viewer: Viewer, thread: Thread) -> "Seal | None":
        """This viewer's own in a thread, if there is one."""
        if not viewer.person_id:
            return None
        return self.filter(thread=thread, mark__in=marks_of(viewer.person_id, thread.pk)).first()

    def of_message(self, message: Message) -> "SealQuerySet":
        """The one a message stands under; none for words with a name."""
        return self.filter(thread_id=message.thread_id, pen_name=message.pen_name) if message.pen_name else self.none()


class Seal(models.Model):
    """`mark` finds a person's own seal in this thread, `ciphertext` holds the person: both want the keys (secrets.py).
    No column leads to anybody, and none tells a time."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="seals")
    pen_name = models.CharField(max_length=PEN_LENGTH)
    mark = models.CharField(max_length=64)
    ciphertext = models.BinaryField()

    objects = SealQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thread", "pen_name"], name="a_pen_is_one_person"),
            models.UniqueConstraint(fields=["thread", "mark"], name="a_person_has_one_pen"),
        ]

    def __str__(self) -> str:
        return f"seal {self.pk}"

    def is_held_by(self, viewer: Viewer) -> bool:
        """Whether it is this viewer's own. Costs no query."""
        return viewer.person_id is not None and self.mark in marks_of(viewer.person_id, self.thread_id)
