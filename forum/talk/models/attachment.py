"""A file under a message."""

from django.db import models
from django.db.models import Q

from forum.files.bounds import MOST_A_MESSAGE
from forum.files.models import Upload
from forum.talk.models.message import Message
from network.access.viewer import Viewer
from network.people.opaque import new_public_id


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def visible_to(self, viewer: Viewer) -> "AttachmentQuerySet":
        """Those of messages within sight that stand. Moderators find those of a message by the case's sight alone."""
        return self.filter(message__in=Message.objects.visible_to(viewer).standing())

    def for_display(self) -> "AttachmentQuerySet":
        return self.select_related("upload").order_by("message_id", "position")


class Attachment(models.Model):
    """The same upload may stand under several messages; each shows it at an address of its own."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="attachments")
    position = models.PositiveSmallIntegerField()

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "position"], name="one_file_per_position"),
            models.UniqueConstraint(fields=["message", "upload"], name="attached_once"),
            models.CheckConstraint(condition=Q(position__lt=MOST_A_MESSAGE), name="files_of_a_message_within_bounds"),
        ]

    def __str__(self) -> str:
        return f"attachment {self.pk}"
