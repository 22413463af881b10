"""A request to talk, until it is answered. Whoever asked learns nothing of it but that they asked, and a yes."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from forum.spaces.models import Space
from network.access.viewer import Viewer
from network.access.visible import by_author
from network.people.models import MEMBER_KINDS, Role
from network.people.opaque import new_public_id

WORDS_LENGTH = 300
NAME_LENGTH = 200
LASTS = timedelta(days=30)


class InvitationState(models.TextChoices):
    ASKED = "asked", "Asked"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"


# Alike for whoever asked.
UNANSWERED = (InvitationState.ASKED, InvitationState.DECLINED)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, viewer: Viewer) -> "InvitationQuerySet":
        """Those that were passed on to this viewer, by a member who does not hide from them everywhere."""
        if not viewer.is_member:
            return self.none()
        members = Role.objects.filter(kind__in=MEMBER_KINDS).current().values("person_id")
        by_members = Q(asker__is_active=True, asker__in=members) & by_author(viewer, "asker")
        theirs = self.filter(by_members, person_id=viewer.person_id, is_passed_on=True)
        return theirs.lasting().exclude(state=InvitationState.WITHDRAWN)

    def asked_by(self, viewer: Viewer) -> "InvitationQuerySet":
        """What this viewer has asked and got no yes to: the same whatever became of it."""
        return self.filter(asker_id=viewer.person_id, state__in=UNANSWERED, space=None).lasting()

    def waiting(self) -> "InvitationQuerySet":
        return self.filter(state=InvitationState.ASKED)

    def unanswered(self) -> "InvitationQuerySet":
        """Those that may still get a yes: whoever has declined may think again."""
        return self.filter(state__in=UNANSWERED)

    def lasting(self) -> "InvitationQuerySet":
        return self.filter(asked_at__gt=timezone.now() - LASTS)

    def past(self) -> "InvitationQuerySet":
        return self.filter(asked_at__lte=timezone.now() - LASTS)

    def latest_first(self) -> "InvitationQuerySet":
        return self.order_by("-asked_at", "-pk")


class Invitation(models.Model):
    """`name` is whom the asker meant, in their words; `person` nobody where they find nobody of that name. `space`: the
    conversation, from the start where others in it have agreed to ask, else once there is a yes. `is_passed_on`: the
    one asked takes requests of the asker, and was told."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=NAME_LENGTH)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, null=True, related_name="invitations")
    words = models.CharField(max_length=WORDS_LENGTH, blank=True)
    key = models.UUIDField()
    state = models.CharField(max_length=9, choices=InvitationState, default=InvitationState.ASKED)
    is_passed_on = models.BooleanField(default=False)
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["asker", "key"], name="asked_once"),
            models.UniqueConstraint(
                fields=["asker", "person"],
                condition=Q(state__in=["asked", "declined"], space=None),
                name="one_request_to_each",
            ),
            models.UniqueConstraint(
                fields=["space", "person"],
                condition=Q(state__in=["asked", "declined"], space__isnull=False),
                name="one_request_into_a_conversation",
            ),
        ]
        indexes = [models.Index(fields=["person", "state"], name="direct_invitation_to")]

    def __str__(self) -> str:
        return f"invitation {self.pk}"
