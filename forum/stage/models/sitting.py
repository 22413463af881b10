"""The talk of one event: which thread it is, and what the clock makes of it."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from forum.spaces.rules import in_words
from forum.talk.models import Message, Thread
from network.access.viewer import Viewer

PINNED_LENGTH = 300
# The stream is for those who come a little early, too.
STREAM_OPENS = timedelta(minutes=30)
# As far ahead as a page that is open minds the clock by itself.
FORESEEN = timedelta(days=1)


class Phase(models.TextChoices):
    INTRODUCTIONS = "introductions", "Introductions"
    QUESTIONS = "questions", "Questions before"
    LIVE = "live", "Live"
    REFLECTIONS = "reflections", "Reflections"
    CLOSED = "closed", "Closed"


class SittingQuerySet(models.QuerySet["Sitting"]):
    def visible_to(self, viewer: Viewer) -> "SittingQuerySet":
        """Those whose thread the viewer may see."""
        return self.filter(thread__in=Thread.objects.visible_to(viewer))

    def of(self, audience: str) -> "SittingQuerySet":
        """The one of an event, by its audience."""
        return self.filter(thread__space__made_for=audience) if audience else self.none()

    def live(self) -> "SittingQuerySet":
        """Those that are on now: as `phase` reckons, in the database."""
        now = timezone.now()
        open_still = self.filter(thread__closed_at=None, thread__closes_at__gt=now)
        return open_still.filter(starts_at__lte=now, ends_at__gt=now, is_called_off=False)


class Sitting(models.Model):
    """Its times say who does what when, and nothing else does: no row changes when a phase ends. `opening` is its first
    message, under which every page reads the phase; `pinned` is the hosts' question to everybody."""

    thread = models.OneToOneField(Thread, on_delete=models.CASCADE, related_name="sitting")
    opening = models.OneToOneField(Message, on_delete=models.SET_NULL, null=True, related_name="+")
    opens_at = models.DateTimeField()
    questions_at = models.DateTimeField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    pinned = models.CharField(max_length=PINNED_LENGTH, blank=True)
    stream_url = models.URLField(blank=True)
    recording_url = models.URLField(blank=True)
    # The event will not be. What was said stays, and there is time to say goodbye.
    is_called_off = models.BooleanField(default=False)

    objects = SittingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_at__lte=F("questions_at"), questions_at__lte=F("starts_at"))
                & Q(starts_at__lt=F("ends_at"), ends_at__lt=F("closes_at")),
                name="phases_follow_one_another",
            )
        ]

    def __str__(self) -> str:
        return f"sitting {self.pk}"

    @property
    def turns(self) -> list[datetime]:
        """When one phase gives way to the next."""
        return [self.questions_at, self.starts_at, self.ends_at, self.closes_at]

    @property
    def phase(self) -> Phase:
        """By the server's clock, and the same for everybody at once. Closed early, it is closed."""
        if self.thread.is_closed:
            return Phase.CLOSED
        if self.is_called_off:
            return Phase.REFLECTIONS
        now = timezone.now()
        return list(Phase)[sum(turn <= now for turn in self.turns)]

    @property
    def next_in(self) -> int | None:
        """In how many seconds the phase turns, for pages that are open; none where that is more than a day."""
        now = timezone.now()
        ahead = next((turn - now for turn in self.turns if turn > now), None)
        return int(ahead.total_seconds()) + 1 if ahead is not None and ahead < FORESEEN else None

    @property
    def words(self) -> str:
        """What the phase is for, and until when."""
        phase = self.phase
        if phase == Phase.INTRODUCTIONS:
            return f"Say who you are and what brings you. Questions can be asked from {in_words(self.questions_at)}."
        if phase == Phase.QUESTIONS:
            return f"Ask what you want to hear, and vote for what others ask. It starts on {in_words(self.starts_at)}."
        if phase == Phase.LIVE:
            return f"It is on now, until {in_words(self.ends_at)}. Questions are taken as they come."
        if phase == Phase.REFLECTIONS and self.is_called_off:
            return f"The event was called off. You can write here until {in_words(self.closes_at)}."
        if phase == Phase.REFLECTIONS:
            return f"What stays with you? This is open until {in_words(self.closes_at)}."
        return f"Closed on {in_words(self.thread.ended_at or self.closes_at)}. You can still read it."

    @property
    def has_open_stream(self) -> bool:
        return (
            bool(self.stream_url)
            and not self.is_called_off
            and self.starts_at - STREAM_OPENS <= timezone.now() < self.ends_at
        )

    @property
    def takes_questions(self) -> bool:
        """Before and while it is on."""
        return self.phase in (Phase.QUESTIONS, Phase.LIVE)
