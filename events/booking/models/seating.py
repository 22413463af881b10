"""How many seats an event has and how many are taken: the row that makes overselling impossible."""

from django.db import models
from django.db.models import F, Q, Subquery

from events.diary.models import EventPage


class SeatingQuerySet(models.QuerySet["Seating"]):
    def lock(self, event: EventPage) -> "Seating":
        """The event's seating under a lock until commit, in step with the page's capacity. Bookings queue here."""
        self.get_or_create(event=event, defaults={"capacity": event.capacity, "starts_at": event.starts_at})
        capacity = EventPage.objects.filter(pk=event.pk).values("capacity")[:1]
        self.filter(event=event).update(capacity=Subquery(capacity))
        return self.get(event=event)

    def take(self, event: EventPage) -> bool:
        """Take one seat if one is free, in one statement: the database decides, whatever was read before."""
        return bool(self.filter(event=event, taken__lt=F("capacity")).update(taken=F("taken") + 1))

    def give_back(self, event: EventPage) -> None:
        """Free one seat."""
        self.filter(event=event, taken__gt=0).update(taken=F("taken") - 1)

    def next_in_line(self, event: EventPage) -> int:
        """The next number of the waiting list. The row is locked, so numbers are dense and follow commits."""
        self.filter(event=event).update(line=F("line") + 1)
        return self.values_list("line", flat=True).get(event=event)


class Seating(models.Model):
    """`taken` counts confirmed registrations and open offers. `line` numbers the waiting list.

    `starts_at` is the start people were last told: a page published with another one tells them again.
    """

    event = models.OneToOneField(EventPage, on_delete=models.CASCADE, related_name="seating")
    capacity = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)
    line = models.PositiveIntegerField(default=0)
    starts_at = models.DateTimeField()

    objects = SeatingQuerySet.as_manager()

    class Meta:
        constraints = [
            # Capacity may be cut below what is taken, and then nobody is dropped. So that none is sold above it is
            # held by the statement in `take`; this holds what is true at all times.
            models.CheckConstraint(condition=Q(taken__gte=0), name="no_negative_seats"),
        ]

    def __str__(self) -> str:
        return f"seating {self.pk}"

    @property
    def free(self) -> int:
        return max(0, self.capacity - self.taken)

    @property
    def is_overfull(self) -> bool:
        """Whether capacity was cut below the seats already given."""
        return self.taken > self.capacity
