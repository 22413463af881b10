"""The opening of a seal: asked for by one, confirmed by another, looked at once by each."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from forum.sealed.models.seal import Seal
from network.access.viewer import Viewer
from network.people.models import RoleKind
from network.people.opaque import new_public_id

WORDS_LENGTH = 500


class OpeningReason(models.TextChoices):
    LIFE = "life", "A threat to life"
    SAFEGUARDING = "safeguarding", "Safeguarding"
    COURT = "court", "A court order"
    ABUSE = "abuse", "Serious abuse"


class OpeningState(models.TextChoices):
    ASKED = "asked", "Waiting for a second person"
    OPENED = "opened", "Opened"
    REFUSED = "refused", "Not opened"


class OpeningQuerySet(models.QuerySet["Opening"]):
    def visible_to(self, viewer: Viewer) -> "OpeningQuerySet":
        """Moderators and owners: each opening is known to all of them, the name in it to two."""
        return self.all() if viewer.has(RoleKind.MODERATOR, RoleKind.OWNER) else self.none()

    def known_to_author(self, viewer: Viewer) -> "OpeningQuerySet":
        """Of one's own seals, once one may be told."""
        told = self.filter(state=OpeningState.OPENED, told_at__isnull=False)
        return told.filter(seal__in=Seal.objects.visible_to(viewer))


class Opening(models.Model):
    """Who asked, who confirmed and why; never whose name it was. `untold_because` says why the author must not be told
    yet; empty, she is told at once."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    seal = models.ForeignKey(Seal, on_delete=models.CASCADE, related_name="openings")
    state = models.CharField(max_length=8, choices=OpeningState, default=OpeningState.ASKED)
    reason = models.CharField(max_length=12, choices=OpeningReason)
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
    asker_looked_at = models.DateTimeField(null=True, blank=True)
    decider_looked_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    objects = OpeningQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seal"], condition=Q(state="asked"), name="one_open_request_per_seal"),
            models.CheckConstraint(
                condition=~Q(state="opened") | Q(decided_by=None) | Q(asked_by=None) | ~Q(decided_by=F("asked_by")),
                name="a_seal_takes_two",
            ),
        ]

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was answered by whoever asked."""
        return self.decided_by_id is not None and self.decided_by_id == self.asked_by_id

    def __str__(self) -> str:
        return f"opening {self.pk}"
