"""A question with a few answers to choose from, carried by a message."""

from operator import attrgetter

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from forum.talk.models import Message
from network.access.viewer import Viewer

QUESTION_LENGTH = 200
ANSWER_LENGTH = 100
FEWEST_ANSWERS, MOST_ANSWERS = 2, 8


class PollQuerySet(models.QuerySet["Poll"]):
    def visible_to(self, viewer: Viewer) -> "PollQuerySet":
        """Of standing messages within sight."""
        return self.filter(message__in=Message.objects.visible_to(viewer).standing())


class Poll(models.Model):
    """`question` as it was asked, whatever its author makes of the message. It closes by the clock, for everybody at
    once, and shows nothing of its result before."""

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="poll")
    question = models.CharField(max_length=QUESTION_LENGTH)
    is_multiple = models.BooleanField(default=False)
    is_anonymous = models.BooleanField(default=False)
    closes_at = models.DateTimeField()

    objects = PollQuerySet.as_manager()

    def __str__(self) -> str:
        return f"poll {self.pk}"

    @property
    def is_closed(self) -> bool:
        return timezone.now() >= self.closes_at

    @property
    def answers(self) -> list[str]:
        """In their order."""
        return [option.words for option in sorted(self.options.all(), key=attrgetter("position"))]


class OptionQuerySet(models.QuerySet["Option"]):
    def count_ballot(self, poll: Poll, positions: list[int]) -> None:
        """One more for each answer chosen. Every row of the poll is written, chosen or not: a database that keeps who
        wrote a row last would else tell what the last voter chose."""
        one_more = Case(When(position__in=positions, then=Value(1)), default=Value(0))
        self.filter(poll=poll).update(ballots=F("ballots") + one_more)


class Option(models.Model):
    """One answer. `ballots` counts those of an anonymous poll, and is all that is kept of them."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="options")
    position = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=ANSWER_LENGTH)
    ballots = models.PositiveIntegerField(default=0)

    objects = OptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["poll", "position"], name="one_answer_per_position"),
            models.CheckConstraint(
                condition=Q(position__gte=1, position__lte=MOST_ANSWERS), name="no_more_answers_than_eight"
            ),
        ]

    def __str__(self) -> str:
        return f"option {self.pk}"
