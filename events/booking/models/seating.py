"""How many seats an event has and how many are taken: the row that makes overselling impossible."""

from django.db import models
from django.db.models import F, Q

from events.diary.models import EventPage


class SeatingQuerySet(models.QuerySet["Seating"]):
    def take(self, event: EventPage) -> bool:
        """Take one seat if one is free, in one statement. The row stays locked until commit."""
        return bool(self.filter(event=event, taken__lt=F("capacity")).update(taken=F("taken") + 1))

    def give_back(self, event: EventPage) -> None:
        self.filter(event=event, taken__gt=0).update(taken=F("taken") - 1)


class Seating(models.Model):
    """`taken` counts confirmed registrations and open offers. `line` numbers the waiting list, in commit order."""

    event = models.OneToOneField(EventPage, on_delete=models.CASCADE, related_name="seating")
    capacity = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)
    line = models.PositiveIntegerField(default=0)

    objects = SeatingQuerySet.as_manager()

    class Meta:
        constraints = [
            # Capacity may be cut below what is taken: nobody is dropped. So the guard is the statement above, and
            # this holds what can always hold.
            models.CheckConstraint(condition=Q(taken__gte=0), name="no_negative_seats"),
        ]

    def __str__(self) -> str:
        return f"seating {self.pk}"

    @property
    def free(self) -> int:
        return max(0, self.capacity - self.taken)
