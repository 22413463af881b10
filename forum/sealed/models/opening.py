"""The opening of a seal: asked for by one, confirmed by another, looked at once by each."""

from django.db import models
from django.db.models import Q

from forum.sealed.models.seal import Seal
from forum.spaces.models.takes_two import TakesTwo, TakesTwoQuerySet, takes_two
from network.access.viewer import Viewer
from network.people.models import RoleKind


class OpeningReason(models.TextChoices):
    LIFE = "life", "A threat to life"
    SAFEGUARDING = "safeguarding", "Safeguarding"
    COURT = "court", "A court order"
    ABUSE = "abuse", "Serious abuse"


class OpeningQuerySet(TakesTwoQuerySet):
    def visible_to(self, viewer: Viewer) -> "OpeningQuerySet":
        """Moderators and owners: each opening is known to all of them, the name in it to two."""
        return self.all() if viewer.has(RoleKind.MODERATOR, RoleKind.OWNER) else self.none()

    def known_to_author(self, viewer: Viewer) -> "OpeningQuerySet":
        """Of one's own seals, once one may be told."""
        return self.told().filter(seal__in=Seal.objects.visible_to(viewer))


class Opening(TakesTwo):
    """Never whose name it was, nor in the log; when each of the two has looked."""

    seal = models.ForeignKey(Seal, on_delete=models.CASCADE, related_name="openings")
    reason = models.CharField(max_length=12, choices=OpeningReason)
    asker_looked_at = models.DateTimeField(null=True, blank=True)
    decider_looked_at = models.DateTimeField(null=True, blank=True)

    objects = OpeningQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seal"], condition=Q(state="asked"), name="one_open_request_per_seal"),
            takes_two("a_seal_takes_two"),
        ]

    def __str__(self) -> str:
        return f"opening {self.pk}"
