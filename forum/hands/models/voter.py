"""That somebody has voted; and, in a poll with names alone, what."""

from collections.abc import Iterable
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from forum.hands.models.poll import Option, Poll
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.access.visible import by_author


class VoterQuerySet(models.QuerySet["Voter"]):
    def of(self, viewer: Viewer) -> "VoterQuerySet":
        """This viewer's own."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def begin(self, poll: Poll, person_id: int | None) -> bool:
        """Whether they have not voted before. Of two at once, one is told so."""
        return self.get_or_create(poll=poll, person_id=person_id)[1]


class Voter(models.Model):
    """One per person and poll, without a time and under a name by chance: rows do not tell who came after whom."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="voters")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    objects = VoterQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["poll", "person"], name="one_voter_per_person")]

    def __str__(self) -> str:
        return f"voter {self.pk}"


class VoteQuerySet(models.QuerySet["Vote"]):
    def visible_to(self, viewer: Viewer) -> "VoteQuerySet":
        """In closed polls of standing messages within sight, by people who do not hide from this viewer everywhere."""
        seen = Message.objects.visible_to(viewer).standing()
        return self.to_seen(Poll.objects.filter(message__in=seen), viewer)

    def to_seen(self, polls: Iterable[Poll], viewer: Viewer) -> "VoteQuerySet":
        """The same for polls whose messages were found through sight already."""
        closed = Q(option__poll__closes_at__lte=timezone.now())
        return self.filter(closed, by_author(viewer, "voter__person"), option__poll__in=polls)


class Vote(models.Model):
    """In a poll with names: what a voter chose. An anonymous poll has none."""

    voter = models.ForeignKey(Voter, on_delete=models.CASCADE, related_name="votes")
    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="votes")

    objects = VoteQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["voter", "option"], name="each_answer_chosen_once")]

    def __str__(self) -> str:
        return f"vote {self.pk}"
