"""How often anything public has changed. One row; pages already sent are good until it moves."""

from django.db import models
from django.db.models import F


class ContentVersionQuerySet(models.QuerySet["ContentVersion"]):
    def number_now(self) -> int:
        return self.filter(pk=1).values_list("number", flat=True).first() or 0

    def move_on(self) -> None:
        """Within the transaction of the change, so that nobody reads the new number with the old pages."""
        if not self.filter(pk=1).update(number=F("number") + 1):
            self.get_or_create(pk=1, defaults={"number": 1})


class ContentVersion(models.Model):
    number = models.PositiveBigIntegerField(default=1)

    objects = ContentVersionQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.number)
