"""A place to talk, for an audience. For everybody else it leaves no trace."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from network.access.audience import ALUMNI, DIRECT, audience_field, icon, is_caucus, is_direct, label
from network.access.viewer import Viewer
from network.access.visible import by_audience
from network.people.opaque import new_public_id

SLOWEST = 3_600
LONGEST_DELAY = 60
NAME_LENGTH = 80
DESCRIPTION_LENGTH = 300
MANNER = (
    *("mode", "is_listening", "slow_seconds", "opens_at", "closes_at"),
    *("approves_first", "delay_seconds", "takes_unnamed", "frozen_at"),
)


class SpaceMode(models.TextChoices):
    EVERYBODY = "everybody", "Everybody here writes"
    ANNOUNCEMENTS = "announcements", "Announcements: stewards and moderators write, everybody reads"
    READ_ONLY = "read_only", "Read-only: nobody writes"


def sight(viewer: Viewer, path: str = "") -> Q:
    """Spaces whose audience the viewer belongs to, and which they are not kept out of. `path` leads to the space."""
    if not viewer.person_id:
        return Q(pk__in=[])
    theirs = by_audience(viewer, f"{path}audience")
    return theirs & ~Q(**{f"{path}public_id__in": sorted(viewer.barred_from)}) if viewer.barred_from else theirs


class SpaceQuerySet(models.QuerySet["Space"]):
    def visible_to(self, viewer: Viewer) -> "SpaceQuerySet":
        """Those whose audience the viewer belongs to. An archived space is read, never written."""
        return self.filter(sight(viewer))

    def with_waiting(self, viewer: Viewer) -> "SpaceQuerySet":
        """With `waits`: whether this viewer has begun threads there that are held."""
        held = {"held__author": viewer.person_id, "held__thread": None, "held__state": "waiting"}
        return self.annotate(waits=Exists(self.model.objects.filter(pk=OuterRef("pk"), **held)))

    def rooms(self) -> "SpaceQuerySet":
        """The spaces one goes into from a list. Private conversations are told of apart, and have no such page."""
        return self.exclude(audience__startswith=DIRECT)

    def by_position(self) -> "SpaceQuerySet":
        return self.order_by("position", "name", "pk")


class Space(models.Model):
    """`is_listening`: allies read, and answer where a thread invites them. `slow_seconds`: how long each waits between
    two messages. `opens_at`, `closes_at`: when it takes messages. `approves_first`: whoever runs it looks at each
    message before others do; `delay_seconds`: how long each is held back without that. `takes_unnamed`: one may write
    under a pen name. `frozen_at`: since when nobody writes for the moment, whatever the mode."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    name = models.CharField(max_length=NAME_LENGTH)
    description = models.CharField(max_length=DESCRIPTION_LENGTH, blank=True)
    audience = audience_field()
    position = models.PositiveSmallIntegerField(default=100)
    mode = models.CharField(max_length=13, choices=SpaceMode, default=SpaceMode.EVERYBODY)
    is_listening = models.BooleanField(default=False)
    slow_seconds = models.PositiveSmallIntegerField(default=0)
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    approves_first = models.BooleanField(default=False)
    delay_seconds = models.PositiveSmallIntegerField(default=0)
    takes_unnamed = models.BooleanField(default=False)
    frozen_at = models.DateTimeField(null=True, blank=True)
    # Dense, in commit order. It never leaves the server: browsers get opaque cursors.
    version = models.PositiveBigIntegerField(default=0, editable=False)
    # The audience it was made for by itself; empty for spaces that somebody opened.
    made_for = models.CharField(max_length=40, blank=True, default="", editable=False)
    opened_at = models.DateTimeField(default=timezone.now)

    objects = SpaceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["made_for"], condition=~Q(made_for=""), name="space_made_once"),
            models.CheckConstraint(condition=Q(mode__in=SpaceMode.values), name="space_has_a_known_mode"),
            models.CheckConstraint(condition=Q(slow_seconds__lte=SLOWEST), name="slow_mode_within_an_hour"),
            models.CheckConstraint(condition=Q(delay_seconds__lte=LONGEST_DELAY), name="delay_within_a_minute"),
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(closes_at=None) | Q(closes_at__gt=F("opens_at")),
                name="space_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(takes_unnamed=False) | Q(audience=ALUMNI) | Q(audience__startswith="cohort:"),
                name="unnamed_where_no_ally_reads",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def advance(self) -> int:
        """Take the space's next version. The update locks the row, so versions follow commits, without gaps.

        Whoever holds the row finds how the space is talked in by now.
        """
        type(self).objects.filter(pk=self.pk).update(version=F("version") + 1)
        self.refresh_from_db(fields=["version", *MANNER])
        return self.version

    @property
    def audience_label(self) -> str:
        return label(self.audience)

    @property
    def audience_icon(self) -> str:
        return icon(self.audience)

    @property
    def is_direct(self) -> bool:
        """Whether it is a private conversation: nobody runs it, and one thread is all there is."""
        return is_direct(self.audience)

    @property
    def can_take_unnamed(self) -> bool:
        """Whether its people may ever write without their names: never where allies read."""
        return is_caucus(self.audience)

    @property
    def is_read_only(self) -> bool:
        return self.mode == SpaceMode.READ_ONLY

    @property
    def is_for_announcements(self) -> bool:
        return self.mode == SpaceMode.ANNOUNCEMENTS

    @property
    def opens_later(self) -> bool:
        return self.opens_at is not None and timezone.now() < self.opens_at

    @property
    def has_closed(self) -> bool:
        return self.closes_at is not None and timezone.now() >= self.closes_at

    @property
    def delay_words(self) -> str:
        """The delay in words, for whoever is about to write; empty where there is none."""
        seconds = self.delay_seconds
        return f"Messages are posted after {seconds} second{'' if seconds == 1 else 's'}" if seconds else ""

    @property
    def pace(self) -> str:
        """Slow mode in words, for whoever is about to write; empty where everybody writes as they like."""
        minutes, seconds = divmod(self.slow_seconds, 60)
        if not self.slow_seconds:
            return ""
        if seconds:
            return f"Slow mode: one message in {self.slow_seconds} second{'' if self.slow_seconds == 1 else 's'}"
        return f"Slow mode: one message in {minutes} minute{'' if minutes == 1 else 's'}"
