"""What waits at the moderators' table about a message: all reports of it together, until somebody has decided."""

from collections.abc import Collection

from django.db import models
from django.db.models import Max, Q

from forum.concerns.models import Matter, MatterQuerySet, Measure, by_reporter
from forum.concerns.rulebook import RULE_LENGTH
from forum.spaces.models import Pause
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.access.visible import by_author
from network.people.models import Affiliation


class CaseState(models.TextChoices):
    OPEN = "open", "Waiting for a moderator"
    HIDDEN = "hidden", "The message was hidden"
    PAUSED = "paused", "The message was hidden and posting paused"
    BARRED = "barred", "The message was hidden and its author kept out of the space"
    NUDGED = "nudged", "The message stands, and its author was spoken to"
    KEPT = "kept", "The message stands"


HIDES = (CaseState.HIDDEN, CaseState.PAUSED, CaseState.BARRED)


class CaseQuerySet(MatterQuerySet):
    def visible_to(self, viewer: Viewer) -> "CaseQuerySet":
        """Whoever moderates the space, and nobody about their own words, about a message they or a colleague of theirs
        reported, now or before, or about the words of somebody who hides from them. What is about a workplace passes
        over those who work there."""
        colleagues = Affiliation.objects.colleagues_of(viewer.person_id).values("person_id")
        theirs = self.at_table_of(viewer, "message__space__public_id").filter(by_author(viewer, "message__author"))
        theirs = theirs.exclude(message__author_id=viewer.person_id)
        theirs = theirs.exclude(pk__in=Case.objects.reported_near(viewer).values("pk"))
        at_work = Q(reports__is_about_workplace=True) | Q(reports__reason="workplace")
        return theirs.exclude(at_work, message__author__in=colleagues)

    def reported_near(self, viewer: Viewer) -> "CaseQuerySet":
        """Each case of a message that was reported: one decided before is about the same words."""
        reported = Case.objects.filter(by_reporter(viewer, "reports__reporter"))
        return self.filter(message__in=reported.values("message"))

    def without(self, categories: Collection[str]) -> "CaseQuerySet":
        return self.exclude(reports__reason__in=categories)

    def judged_anew_by(self, viewer: Viewer) -> "CaseQuerySet":
        """Where this viewer may judge an appeal: not about their own words, nor what they reported or decided."""
        decided = Case.objects.filter(decided_by_id=viewer.person_id, state__in=HIDES).values("message")
        return self.visible_to(viewer).exclude(message__in=decided)

    def hiding(self, message: Message) -> "CaseQuerySet":
        """The decisions that keep it hidden: those since an appeal last put it back."""
        about_it = self.filter(message=message)
        back_at = about_it.filter(appeal__state="restored").aggregate(at=Max("appeal__decided_at"))["at"]
        hidden = about_it.filter(state__in=HIDES)
        return hidden.filter(decided_at__gt=back_at) if back_at else hidden


class Case(Matter):
    """`due_at` is when a moderator has looked at it: the earliest any of its reports asks for."""

    NOUN = "case"

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="cases")
    state = models.CharField(max_length=8, choices=CaseState, default=CaseState.OPEN)
    # The house rule the decision quotes, as it stood, and the pause or the measure that came with it.
    rule = models.CharField(max_length=RULE_LENGTH, blank=True)
    pause = models.ForeignKey(Pause, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    measure = models.ForeignKey(Measure, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message"], condition=Q(state="open"), name="one_open_case_per_message"),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="desk_case_state_due")]

    @property
    def about_id(self) -> int | None:
        """Whoever said it. Costs a query where the message was not read with it."""
        return self.message.author_id

    @property
    def scope(self) -> str:
        """The space it stands in. Costs a query where the message was not read with it."""
        return self.message.space.public_id
