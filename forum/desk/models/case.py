"""What waits at the moderators' table: all reports about one message together, until somebody has decided."""

from django.conf import settings
from django.db import models
from django.db.models import Max, Q
from django.utils import timezone

from forum.talk.models import Message
from forum.talk.models.message import REASON_LENGTH
from network.access.viewer import Viewer
from network.access.visible import by_author
from network.people.models import RoleKind
from network.people.opaque import new_public_id


class CaseState(models.TextChoices):
    OPEN = "open", "Waiting for a moderator"
    HIDDEN = "hidden", "The message was hidden"
    PAUSED = "paused", "The message was hidden and posting paused"
    KEPT = "kept", "The message stands"


HIDES = (CaseState.HIDDEN, CaseState.PAUSED)


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, viewer: Viewer) -> "CaseQuerySet":
        """Moderators, and nobody about their own words, their own report, or the words of somebody who hides from them.

        What was passed to the network lead is the owners' alone.
        """
        if not viewer.has(RoleKind.MODERATOR, RoleKind.OWNER):
            return self.none()
        theirs = self if viewer.has(RoleKind.OWNER) else self.filter(is_for_lead=False)
        theirs = theirs.filter(by_author(viewer, "message__author"))
        return theirs.exclude(message__author_id=viewer.person_id).exclude(reports__reporter_id=viewer.person_id)

    def judged_anew_by(self, viewer: Viewer) -> "CaseQuerySet":
        """Where this viewer may judge an appeal: not about their own words, nor what they reported or decided."""
        decided = Case.objects.filter(decided_by_id=viewer.person_id, state__in=HIDES).values("message")
        theirs = self.visible_to(viewer).exclude(message__reports__reporter_id=viewer.person_id)
        return theirs.exclude(message__in=decided)

    def hiding(self, message: Message) -> "CaseQuerySet":
        """The decisions that keep it hidden: those since an appeal last put it back."""
        about_it = self.filter(message=message)
        back_at = about_it.filter(appeal__state="restored").aggregate(at=Max("appeal__decided_at"))["at"]
        hidden = about_it.filter(state__in=HIDES)
        return hidden.filter(decided_at__gt=back_at) if back_at else hidden

    def open(self) -> "CaseQuerySet":
        return self.filter(state=CaseState.OPEN)

    def free_for(self, viewer: Viewer) -> "CaseQuerySet":
        """Those nobody else has taken."""
        return self.filter(Q(claimed_by=None) | Q(claimed_by_id=viewer.person_id))

    def take(self, case: "Case", viewer: Viewer) -> bool:
        """Assign it to this viewer where nobody else has it. One statement: of two at once, one takes it."""
        free = self.open().free_for(viewer).filter(pk=case.pk)
        return bool(free.update(claimed_by_id=viewer.person_id, claimed_at=timezone.now()))


class Case(models.Model):
    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="cases")
    state = models.CharField(max_length=8, choices=CaseState, default=CaseState.OPEN)
    opened_at = models.DateTimeField(default=timezone.now)
    # When a moderator has looked at it: the earliest any of its reports asks for.
    due_at = models.DateTimeField()
    is_for_lead = models.BooleanField(default=False)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.CharField(max_length=REASON_LENGTH, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message"], condition=Q(state="open"), name="one_open_case_per_message"),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="desk_case_state_due")]

    def __str__(self) -> str:
        return f"case {self.pk}"

    @property
    def is_late(self) -> bool:
        return self.state == CaseState.OPEN and self.due_at < timezone.now()
