"""Somebody who is coming, or waits for a seat."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from events.diary.models import EventPage
from network.access.viewer import Viewer
from network.people.opaque import new_public_id


class RegistrationState(models.TextChoices):
    CONFIRMED = "confirmed", "Confirmed"
    WAITING = "waiting", "Waiting"
    OFFERED = "offered", "Offered a seat"
    CANCELLED = "cancelled", "Cancelled"


HOLDING = (RegistrationState.CONFIRMED, RegistrationState.OFFERED)


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def visible_to(self, viewer: Viewer) -> "RegistrationQuerySet":
        """One's own; an events manager sees those of events."""
        if viewer.has("events_manager", "owner"):
            return self
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def of(self, person_id: int | None) -> "RegistrationQuerySet":
        return self.filter(person_id=person_id)

    def live(self) -> "RegistrationQuerySet":
        return self.exclude(state=RegistrationState.CANCELLED)

    def still_to_come(self) -> "RegistrationQuerySet":
        """Live ones for published events that have not begun. One taken off for a while loses nobody."""
        return self.live().filter(event__in=EventPage.objects.upcoming().filter(live=True))

    def over(self) -> "RegistrationQuerySet":
        """Live ones for published events that have begun or were called off: there is no seat any more, but a talk."""
        return self.live().filter(event__live=True).exclude(event__in=EventPage.objects.upcoming())

    def with_events(self, viewer: Viewer) -> "RegistrationQuerySet":
        """Together with their events; without those the viewer may no longer see."""
        return self.filter(event__in=EventPage.objects.visible_to(viewer)).select_related("event")

    def confirmed(self) -> "RegistrationQuerySet":
        return self.filter(state=RegistrationState.CONFIRMED)

    def in_line(self) -> "RegistrationQuerySet":
        return self.filter(state=RegistrationState.WAITING).order_by("position", "pk")

    def still_offered(self) -> "RegistrationQuerySet":
        return self.filter(state=RegistrationState.OFFERED, offer_ends_at__gt=timezone.now())

    def expired_offers(self) -> "RegistrationQuerySet":
        return self.filter(state=RegistrationState.OFFERED, offer_ends_at__lte=timezone.now())


class Registration(models.Model):
    """One person, one event, one state. A second booking after a cancellation uses the same row."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    event = models.ForeignKey(EventPage, on_delete=models.PROTECT, related_name="registrations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="registrations")
    state = models.CharField(max_length=9, choices=RegistrationState)
    key = models.UUIDField()
    position = models.PositiveIntegerField(null=True, blank=True)
    booked_at = models.DateTimeField(default=timezone.now)
    offer_ends_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    access_needs = models.CharField(max_length=500, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="one_registration_per_person_and_event"),
            models.UniqueConstraint(fields=["person", "key"], name="registered_once_per_key"),
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(position__isnull=False), name="who_waits_has_a_place_in_line"
            ),
            models.CheckConstraint(
                condition=~Q(state="offered") | Q(offer_ends_at__isnull=False), name="an_offer_ends"
            ),
        ]
        indexes = [models.Index(fields=["event", "state", "position"])]

    def __str__(self) -> str:
        return f"registration {self.pk}"

    @property
    def is_live(self) -> bool:
        return self.state != RegistrationState.CANCELLED

    @property
    def changed_at(self) -> datetime:
        """When the calendar entry last became true or untrue."""
        return max(self.booked_at, self.cancelled_at or self.booked_at)
