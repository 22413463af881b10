"""Whom somebody wants nothing to do with. Nobody but them learns it."""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import CharField, F, Q, Value
from django.utils import timezone

from network.people.models.mute import Mute
from network.people.models.shield import Shield

# Beside the levels of a shield.
BLOCK = "block"


class BlockQuerySet(models.QuerySet["Block"]):
    def keeping(self, ids: list[int]) -> list[models.QuerySet]:
        """Viewer, person and `BLOCK`, for those these viewers began and for those that keep others from them."""
        told = self.annotate(kind=Value(BLOCK, output_field=CharField()))
        begun = told.filter(person_id__in=ids).values_list("person_id", "other_id", "kind")
        return [begun, told.filter(other_id__in=ids).values_list("other_id", "person_id", "kind")]


class Block(models.Model):
    """It works both ways: neither is asked, mentioned, or told of the other's presence."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="blocks")
    other = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)

    objects = BlockQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="one_block_per_person"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="nobody_blocks_themselves"),
        ]

    def __str__(self) -> str:
        return f"block {self.pk}"


def standing_between(viewers: Iterable[int]) -> list[tuple[int, int, str]]:
    """Viewer, person and how the person is kept from them: by a shield of a level, a block, or a mute of the viewer's
    own. One query."""
    ids = list(viewers)
    found = Shield.objects.covering(ids).union(*Block.objects.keeping(ids), Mute.objects.of(ids))
    return [(viewer, person, how) for viewer, person, how in found if viewer != person]
