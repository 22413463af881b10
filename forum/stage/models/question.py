"""A message somebody wants answered, and who else does."""

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Value

from forum.stage.models.sitting import Sitting
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.access.visible import by_author


class QuestionQuerySet(models.QuerySet["Question"]):
    def visible_to(self, viewer: Viewer) -> "QuestionQuerySet":
        """Those whose message stands within sight: of a hidden author there is no question."""
        return self.filter(message__in=Message.objects.visible_to(viewer).standing())

    def with_votes(self, viewer: Viewer) -> "QuestionQuerySet":
        """With `votes`, counted over those this viewer sees, and `has_voted`, whether they are among them."""
        seen = ~Q(upvotes__person_id__in=sorted(viewer.hidden_everywhere))
        mine = Upvote.objects.of(viewer).filter(question=OuterRef("pk"))
        voted = Exists(mine) if viewer.person_id else Value(False)
        return self.annotate(votes=Count("upvotes", filter=seen), has_voted=voted)

    def in_turn(self) -> "QuestionQuerySet":
        """What waits by its votes, then by when it was asked; what was answered last. Wants `votes`."""
        return self.order_by(F("answered_at").asc(nulls_first=True), "-votes", "message__number")


class Question(models.Model):
    """`message` is empty while what was asked is looked at first: author and key say which one it will be."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="questions")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    key = models.UUIDField()
    message = models.OneToOneField(Message, on_delete=models.CASCADE, null=True, related_name="question")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="question_asked_once")]

    def __str__(self) -> str:
        return f"question {self.pk}"

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None

    @property
    def moment(self) -> int | None:
        """How many seconds into the talk it was answered; none where that was before or after."""
        sitting = self.sitting
        if self.answered_at is None or not sitting.starts_at <= self.answered_at < sitting.ends_at:
            return None
        return int((self.answered_at - sitting.starts_at).total_seconds())

    @property
    def moment_in_words(self) -> str:
        """As a player shows it: 12:05."""
        minutes, seconds = divmod(self.moment or 0, 60)
        return f"{minutes}:{seconds:02}"

    @property
    def recorded_at(self) -> str:
        """The recording from that moment on, where there is one."""
        there = self.sitting.recording_url
        return f"{there}#t={self.moment}" if there and self.moment is not None else ""


class UpvoteQuerySet(models.QuerySet["Upvote"]):
    def visible_to(self, viewer: Viewer) -> "UpvoteQuerySet":
        """For counting alone: to questions within sight, of people who do not hide from this viewer everywhere."""
        return self.filter(by_author(viewer, "person"), question__in=Question.objects.visible_to(viewer))

    def of(self, viewer: Viewer) -> "UpvoteQuerySet":
        """This viewer's own."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def begin(self, question: Question, person_id: int | None) -> bool:
        """Whether it is new. Of two tabs at once, one is told so."""
        return self.get_or_create(question=question, person_id=person_id)[1]


class Upvote(models.Model):
    """One per person and question, without a time. Only their number is ever shown."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="upvotes")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    objects = UpvoteQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "person"], name="one_upvote_each")]

    def __str__(self) -> str:
        return f"upvote {self.pk}"
