"""Dated roles: the only source of rights."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, FilteredRelation, Q
from django.utils import timezone


class RoleKind(models.TextChoices):
    ALUMNA = "alumna", "Alumna or alumnus"
    ALLY = "ally", "Ally"
    PARTICIPANT = "participant", "Participant of a cohort"
    REFERENCE_GROUP = "reference_group", "Reference group"
    STEWARD = "steward", "Steward of a space"
    ATTENDEE = "attendee", "Has a place at an event"
    CORRESPONDENT = "correspondent", "In a private conversation"
    BARRED = "barred", "Kept out of a space"
    MODERATOR = "moderator", "Moderator"
    EDITOR = "editor", "Editor"
    EVENTS_MANAGER = "events_manager", "Events manager"
    PROGRAMME_MANAGER = "programme_manager", "Programme manager"
    ANALYST = "analyst", "Analyst"
    OWNER = "owner", "Owner"


MEMBER_KINDS = frozenset({RoleKind.ALUMNA, RoleKind.ALLY, RoleKind.PARTICIPANT, RoleKind.REFERENCE_GROUP})
# Power to work for the network. It never carries the right to read what members say to one another.
# What holds in one place alone: no desk, and no membership. `BARRED` takes away instead of giving.
LOCAL_KINDS = frozenset({RoleKind.STEWARD, RoleKind.ATTENDEE, RoleKind.CORRESPONDENT, RoleKind.BARRED})
STAFF_KINDS = frozenset(set(RoleKind) - MEMBER_KINDS - LOCAL_KINDS)


class RoleQuerySet(models.QuerySet["Role"]):
    def current(self, at: datetime | None = None) -> "RoleQuerySet":
        """Those in force at an instant: begun, and not yet ended."""
        at = at or timezone.now()
        return self.filter(Q(starts_at__lte=at), Q(ends_at=None) | Q(ends_at__gt=at))

    def not_void(self) -> "RoleQuerySet":
        """Less those that were ended before they began."""
        return self.exclude(ends_at__lte=F("starts_at"))

    def lasting(self) -> "RoleQuerySet":
        """Those in force now or from an instant that is set."""
        return self.not_void().filter(Q(ends_at=None) | Q(ends_at__gt=timezone.now()))

    def with_regions(self) -> list[tuple[int, str, str, datetime | None, str | None]]:
        """Person, kind, scope, end, and the region the person works in today: once for each such region. One query."""
        day = timezone.localdate()
        begun = Q(person__affiliations__started_on=None) | Q(person__affiliations__started_on__lte=day)
        lasts = Q(person__affiliations__ended_on=None) | Q(person__affiliations__ended_on__gte=day)
        works = FilteredRelation("person__affiliations", condition=begun & lasts)
        told = ("person_id", "kind", "scope", "ends_at", "works__organisation__region")
        return list(self.annotate(works=works).values_list(*told))

    def of_staff(self) -> "RoleQuerySet":
        return self.filter(kind__in=STAFF_KINDS)

    def turned_between(self, start: datetime, end: datetime) -> "RoleQuerySet":
        """Those that began or ended by the clock alone in that span, excluding its start."""
        return self.filter(Q(starts_at__gt=start, starts_at__lte=end) | Q(ends_at__gt=start, ends_at__lte=end))


class Role(models.Model):
    """What somebody is in the network, from an instant to an instant. The scope of a participant is a cohort's code,
    that of an attendee an event's number, that of the other local kinds a space's public id."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="roles")
    kind = models.CharField(max_length=20, choices=RoleKind)
    scope = models.CharField(max_length=20, blank=True)
    starts_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = RoleQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "ends_at"]), models.Index(fields=["kind", "scope", "ends_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "scope"], condition=Q(ends_at=None), name="one_open_role_of_a_kind"
            ),
            models.CheckConstraint(condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")), name="role_ends_late"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.scope}".strip()
