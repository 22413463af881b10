"""What somebody answers to a message with one of five words."""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import Q

from forum.talk.models import Message
from network.access.viewer import Viewer
from network.access.visible import by_author


class ReactionKind(models.TextChoices):
    AGREE = "agree", "Agree"
    THANKS = "thanks", "Thank you"
    USEFUL = "useful", "Useful"
    WELCOME = "welcome", "Welcome"
    QUESTION = "question", "Question"


class ReactionQuerySet(models.QuerySet["Reaction"]):
    def visible_to(self, viewer: Viewer) -> "ReactionQuerySet":
        """To standing messages within sight. A signed act like a message: hidden is only who hides everywhere."""
        return self.filter(by_author(viewer, "person"), message__in=Message.objects.visible_to(viewer).standing())

    def to_seen(self, messages: Iterable[Message], viewer: Viewer) -> "ReactionQuerySet":
        """The same for messages that were found through sight already."""
        return self.filter(by_author(viewer, "person"), message__in=messages)

    def of(self, viewer: Viewer) -> "ReactionQuerySet":
        """This viewer's own."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def begin(self, message: Message, person_id: int | None, kind: str) -> bool:
        """Whether it is new. Two who add the same at once leave one, and one of them is told so."""
        return self.get_or_create(message=message, person_id=person_id, kind=kind)[1]


class Reaction(models.Model):
    """One of a kind per person and message. Without a time: the order of coming is all that is shown of it."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="reactions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reactions")
    kind = models.CharField(max_length=8, choices=ReactionKind)

    objects = ReactionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "person", "kind"], name="one_reaction_of_a_kind"),
            models.CheckConstraint(condition=Q(kind__in=ReactionKind.values), name="reaction_of_a_known_kind"),
        ]

    def __str__(self) -> str:
        return f"reaction {self.pk}"
