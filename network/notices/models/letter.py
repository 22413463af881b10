"""The mail outbox. A letter is a row of the same transaction as the change it speaks of."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class LetterState(models.TextChoices):
    WAITING = "waiting", "Waiting"
    SENT = "sent", "Sent"
    DROPPED = "dropped", "Dropped: no longer true, put off into a digest, or nobody to send it to"


class LetterQuerySet(models.QuerySet["Letter"]):
    def waiting(self) -> "LetterQuerySet":
        return self.filter(state=LetterState.WAITING)


class Letter(models.Model):
    """A notice's letter has a person and a kind and is written at sending time; an account letter brings its own text,
    which is erased once sent."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="letters"
    )
    kind = models.CharField(max_length=60)
    ref = models.CharField(max_length=100, blank=True)
    key = models.CharField(max_length=200, unique=True)
    address = models.EmailField(max_length=254, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=LetterState, default=LetterState.WAITING)
    written_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    def __str__(self) -> str:
        return f"letter {self.pk} {self.kind}"
