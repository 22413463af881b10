"""A message somebody asks the moderators to look at. The reporter is never shown to its author."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from forum.concerns.models import HEAVY
from forum.desk.models.case import Case
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.people.opaque import new_public_id

WORDS_LENGTH = 1_000


class ReportReason(models.TextChoices):
    RACISM = "racism", "Racism or another kind of hate"
    HARASSMENT = "harassment", "Harassment or threats"
    SEXUAL = "sexual", "Sexual content or unwanted attention"
    IDENTIFIES = "identifies", "It identifies a child, a family or a colleague"
    WORKPLACE = "workplace", "It is about my workplace"
    WELFARE = "welfare", "I am worried about somebody"
    SAFEGUARDING = "safeguarding", "A child or an adult is at risk, or there is a threat to life or a crime"
    SPAM = "spam", "Spam or advertising"
    OTHER = "other", "Something else"


URGENT = {ReportReason.HARASSMENT, ReportReason.WELFARE, ReportReason.SAFEGUARDING}
# The guidance stands beside these.
AT_RISK = {ReportReason.WELFARE, ReportReason.SAFEGUARDING}


def due_after(reported_at: datetime, reason: str) -> datetime:
    """Within the hour where somebody may be in danger, else within a day."""
    return reported_at + timedelta(hours=1 if reason in URGENT else 24)


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, viewer: Viewer) -> "ReportQuerySet":
        """With the case they belong to."""
        return self.filter(case__in=Case.objects.visible_to(viewer))

    def reported_by(self, viewer: Viewer) -> "ReportQuerySet":
        """One's own."""
        return self.filter(reporter_id=viewer.person_id) if viewer.person_id else self.none()


class Report(models.Model):
    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=12, choices=ReportReason)
    is_about_workplace = models.BooleanField(default=False)
    words = models.TextField(max_length=WORDS_LENGTH, blank=True)
    # The words as they stood: an edit after the report changes nothing for the moderators.
    reported_body = models.TextField(max_length=8_000)
    key = models.UUIDField()
    reported_at = models.DateTimeField(default=timezone.now)

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reporter", "message"], name="reported_once_by_each")]

    def __str__(self) -> str:
        return f"report {self.pk}"

    @property
    def is_heavy(self) -> bool:
        return self.reason in HEAVY

    @property
    def due_at(self) -> datetime:
        return due_after(self.reported_at, self.reason)
