"""That somebody should join a conversation: it takes everybody's yes."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from forum.spaces.models import Space
from forum.spaces.models.space import sight as sight_of_space
from network.access.viewer import Viewer
from network.access.visible import by_author, in_lists
from network.people.opaque import new_public_id

LASTS = timedelta(days=30)


class ProposalState(models.TextChoices):
    OPEN = "open", "Waiting for everybody’s yes"
    AGREED = "agreed", "Everybody said yes"
    DROPPED = "dropped", "Not taken up"


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def visible_to(self, viewer: Viewer) -> "ProposalQuerySet":
        """In conversations of theirs, by and about people who do not hide from this viewer.

        Whoever does not see a proposal never says yes to it: it lapses, and nobody learns why.
        """
        if not viewer.person_id:
            return self.none()
        return self.filter(sight_of_space(viewer, "space__"), by_author(viewer, "proposer"), in_lists(viewer))

    def open(self) -> "ProposalQuerySet":
        return self.filter(state=ProposalState.OPEN, opened_at__gt=timezone.now() - LASTS)


class Proposal(models.Model):
    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="proposals")
    proposer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=7, choices=ProposalState, default=ProposalState.OPEN)
    opened_at = models.DateTimeField(default=timezone.now)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["space", "person"], condition=Q(state="open"), name="one_open_proposal_of_each"
            ),
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk}"


class Vote(models.Model):
    """A yes. A no needs no row: it ends the proposal."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="votes")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["proposal", "person"], name="one_vote_of_each")]

    def __str__(self) -> str:
        return f"vote {self.pk}"
