"""What an author says against a decision that hid their message, until somebody else has looked."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from forum.desk.models.case import Case
from forum.talk.models import Message
from forum.talk.models.message import REASON_LENGTH
from network.access.viewer import Viewer
from network.people.opaque import new_public_id

APPEAL_LENGTH = 1_000


class AppealState(models.TextChoices):
    OPEN = "open", "Waiting for another moderator"
    UPHELD = "upheld", "The message stays hidden"
    RESTORED = "restored", "The message stands again"


class AppealQuerySet(models.QuerySet["Appeal"]):
    def visible_to(self, viewer: Viewer) -> "AppealQuerySet":
        """Those who may judge the case anew: neither its author, nor who reported it, nor who decided it."""
        return self.filter(case__in=Case.objects.judged_anew_by(viewer))

    def open(self) -> "AppealQuerySet":
        return self.filter(state=AppealState.OPEN)

    def about(self, message: Message) -> "AppealQuerySet":
        """Those against what keeps it hidden now: one at most, unless two decisions hid it."""
        return self.filter(case__in=Case.objects.hiding(message))


class Appeal(models.Model):
    """One per decision, in the author's words."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="appeal")
    words = models.TextField(max_length=APPEAL_LENGTH)
    key = models.UUIDField()
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=8, choices=AppealState, default=AppealState.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)

    objects = AppealQuerySet.as_manager()

    def __str__(self) -> str:
        return f"appeal {self.pk}"
