"""What a message said before its author put it in other words."""

from django.db import models
from django.utils import timezone

from forum.talk.models.message import BODY_LENGTH, Message
from network.access.viewer import Viewer


class EarlierWordsQuerySet(models.QuerySet["EarlierWords"]):
    def visible_to(self, viewer: Viewer) -> "EarlierWordsQuerySet":
        """One's own. Moderators find those of a message on a report they may decide, by the report's sight alone."""
        return self.filter(message__in=Message.objects.visible_to(viewer).filter(author_id=viewer.person_id))

    def latest_first(self) -> "EarlierWordsQuerySet":
        return self.order_by("-replaced_at", "-pk")


class EarlierWords(models.Model):
    """One row per edit. They go with the message, and when its author deletes it."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="earlier_words")
    body = models.TextField(max_length=BODY_LENGTH)
    html = models.TextField(editable=False)
    replaced_at = models.DateTimeField(default=timezone.now)

    objects = EarlierWordsQuerySet.as_manager()

    def __str__(self) -> str:
        return f"earlier words {self.pk}"
