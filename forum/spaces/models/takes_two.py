"""What nobody does alone: one asks with a reason, another answers, and whoever it is about is told."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from network.people.opaque import new_public_id

WORDS_LENGTH = 500


class TakesTwoState(models.TextChoices):
    ASKED = "asked", "Waiting for a second person"
    OPENED = "opened", "Opened"
    REFUSED = "refused", "Not opened"


class TakesTwoQuerySet(models.QuerySet[Any]):
    def asked(self) -> Self:
        """Those nobody has answered."""
        return self.filter(state=TakesTwoState.ASKED)

    def opened(self) -> Self:
        return self.filter(state=TakesTwoState.OPENED)

    def told(self) -> Self:
        """Opened, and whoever it is about may know."""
        return self.opened().filter(told_at__isnull=False)

    def untold_since(self, at: datetime) -> Self:
        return self.opened().filter(told_at=None, decided_at__lt=at)


class TakesTwo(models.Model):
    """Who asked, who answered and why. `untold_because` says why those it is about must not be told yet; empty, they
    are told at once. Each kind adds what it is about, its reasons and `takes_two`."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    state = models.CharField(max_length=8, choices=TakesTwoState, default=TakesTwoState.ASKED)
    words = models.CharField(max_length=WORDS_LENGTH)
    untold_because = models.CharField(max_length=WORDS_LENGTH, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    # An owner's request may be confirmed by a moderator, a moderator's by an owner alone.
    is_asked_by_owner = models.BooleanField()
    asked_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    objects = TakesTwoQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def named_in_log(self) -> int | None:
        """Whom its lines in the log are about; nobody, unless a kind of it says so."""
        return None

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was answered by whoever asked."""
        return self.decided_by_id is not None and self.decided_by_id == self.asked_by_id


def takes_two(name: str) -> models.CheckConstraint:
    """Nobody opens what they asked for: the database's own guard of each kind."""
    by_another = Q(decided_by=None) | Q(asked_by=None) | ~Q(decided_by=F("asked_by"))
    return models.CheckConstraint(condition=~Q(state="opened") | by_another, name=name)
