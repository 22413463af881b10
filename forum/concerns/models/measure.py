"""What is done about a person: from a word to a closed account. The strong ones take two people."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from forum.concerns.models.matter import reported_near
from forum.spaces.models import Pause
from forum.talk.models.message import REASON_LENGTH
from network.access.viewer import Viewer
from network.access.visible import by_author
from network.people.models import Affiliation, Role, RoleKind
from network.people.opaque import new_public_id

# What one moderator may do alone.
MOST_DAYS_ALONE = 30
MOST_DAYS = 365


class MeasureKind(models.TextChoices):
    NUDGE = "nudge", "A word from the moderators"
    PAUSE = "pause", "Reads and does not write"
    BAR = "bar", "Kept out of one space"
    SUSPENSION = "suspension", "The account is closed for now"


class MeasureState(models.TextChoices):
    PROPOSED = "proposed", "Waits for a second person"
    TAKEN = "taken", "In force"
    DECLINED = "declined", "The second person said no"
    LIFTED = "lifted", "Ended after an appeal"


class MeasureQuerySet(models.QuerySet["Measure"]):
    def visible_to(self, viewer: Viewer) -> "MeasureQuerySet":
        """Moderators of the network and owners, and nobody about themselves, a colleague or somebody who hides from
        them, nor about what came of a report of theirs or of a colleague's."""
        if not viewer.has(RoleKind.MODERATOR, RoleKind.OWNER):
            return self.none()
        colleagues = Affiliation.objects.colleagues_of(viewer.person_id).values("person_id")
        theirs = self.filter(by_author(viewer, "person")).exclude(person_id=viewer.person_id)
        for reported in reported_near(viewer):
            theirs = theirs.exclude(matter__in=reported)
        return theirs.exclude(person__in=colleagues)

    def told_to(self, viewer: Viewer) -> "MeasureQuerySet":
        """What has been done about this viewer."""
        mine = self.in_force_once().filter(person_id=viewer.person_id)
        return mine if viewer.person_id else self.none()

    def in_force_once(self) -> "MeasureQuerySet":
        """Those that were done, whether or not an appeal has ended them."""
        return self.filter(state__in=(MeasureState.TAKEN, MeasureState.LIFTED))

    def proposed(self) -> "MeasureQuerySet":
        return self.filter(state=MeasureState.PROPOSED)


class Measure(models.Model):
    """`matter` is the public id of what it came of, `scope` of the space somebody is kept out of; no `days` is until
    further notice. `words` are for the person, `reason` is for the log."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    matter = models.CharField(max_length=12, blank=True)
    kind = models.CharField(max_length=10, choices=MeasureKind)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="measures")
    scope = models.CharField(max_length=20, blank=True)
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.CharField(max_length=REASON_LENGTH)
    reason = models.CharField(max_length=REASON_LENGTH)
    state = models.CharField(max_length=8, choices=MeasureState, default=MeasureState.PROPOSED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)
    seconded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    # What it did, so that an appeal can undo it.
    pause = models.ForeignKey(Pause, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    role = models.ForeignKey(Role, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    # Whether the role began with it: one that a host gave before goes on when this ends.
    owns_role = models.BooleanField(default=True)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "scope", "matter"],
                condition=Q(state="proposed"),
                name="one_open_proposal_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(seconded_by=None) | ~Q(seconded_by=F("proposed_by")), name="seconded_by_another"
            ),
            models.CheckConstraint(condition=Q(days=None) | Q(days__lte=MOST_DAYS), name="measure_within_a_year"),
        ]

    def __str__(self) -> str:
        return f"measure {self.pk}"

    @property
    def needs_second(self) -> bool:
        """More than thirty days, or a closed account, is nobody's to decide alone."""
        if self.kind == MeasureKind.NUDGE:
            return False
        return self.kind == MeasureKind.SUSPENSION or self.days is None or self.days > MOST_DAYS_ALONE

    @property
    def span(self) -> timedelta | None:
        return timedelta(days=self.days) if self.days else None

    @property
    def ends_at(self) -> datetime | None:
        return self.settled_at + self.span if self.span and self.settled_at else None

    @property
    def is_running(self) -> bool:
        """Whether it holds the person at this moment."""
        return self.state == MeasureState.TAKEN and (self.ends_at is None or self.ends_at > timezone.now())
