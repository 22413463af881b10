"""Reading more of a private conversation than was reported: asked for by one, confirmed by another, for some days."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from forum.extracts.models.excerpt import of_matters_seen
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.people.models import Affiliation, Role, RoleKind
from network.people.opaque import new_public_id

WORDS_LENGTH = 500


class WideningReason(models.TextChoices):
    LIFE = "life", "A threat to life"
    SAFEGUARDING = "safeguarding", "Safeguarding"
    ABUSE = "abuse", "Serious abuse"
    COURT = "court", "A court order"
    UNCLEAR = "unclear", "What was chosen does not show what happened"


class WideningState(models.TextChoices):
    ASKED = "asked", "Waiting for a second person"
    OPENED = "opened", "Opened"
    REFUSED = "refused", "Not opened"


class WideningQuerySet(models.QuerySet["Widening"]):
    def visible_to(self, viewer: Viewer) -> "WideningQuerySet":
        """Moderators and owners who see what it belongs to, and have nothing to do with anybody who is or was in the
        conversation, or have asked themselves. What it opens is read by the two alone."""
        if not viewer.has(RoleKind.MODERATOR, RoleKind.OWNER):
            return self.none()
        theirs = Q(asked_by=viewer.person_id) | ~Q(about__space__public_id__in=_near(viewer))
        return self.filter(of_matters_seen(viewer)).filter(theirs)

    def running(self) -> "WideningQuerySet":
        return self.filter(state=WideningState.OPENED, ends_at__gt=timezone.now())

    def known_to(self, viewer: Viewer) -> "WideningQuerySet":
        """Of a conversation the viewer is or was in, once those in it are told."""
        theirs = Role.objects.filter(kind=RoleKind.CORRESPONDENT, person_id=viewer.person_id or 0).values("scope")
        return self.filter(state=WideningState.OPENED, told_at__isnull=False, about__space__public_id__in=theirs)


def _near(viewer: Viewer) -> models.QuerySet[Role, str]:
    """The conversations of themselves, their colleagues and those who hide from them, past and present."""
    colleagues = Affiliation.objects.colleagues_of(viewer.person_id).values("person_id")
    near = Q(person_id__in={viewer.person_id, *viewer.hidden_everywhere}) | Q(person__in=colleagues)
    return Role.objects.filter(near, kind=RoleKind.CORRESPONDENT).values_list("scope", flat=True)


class Widening(models.Model):
    """Who asked, who confirmed, why and until when. `untold_because` says why those in the conversation must not be
    told yet; empty, they are told at once."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    matter = models.CharField(max_length=12)
    about = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="widenings")
    state = models.CharField(max_length=8, choices=WideningState, default=WideningState.ASKED)
    reason = models.CharField(max_length=12, choices=WideningReason)
    words = models.CharField(max_length=WORDS_LENGTH)
    untold_because = models.CharField(max_length=WORDS_LENGTH, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    # An owner's request may be confirmed by a moderator, a moderator's by an owner alone.
    is_asked_by_owner = models.BooleanField()
    asked_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    objects = WideningQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter"], condition=Q(state="asked"), name="one_open_request_per_matter"),
            models.CheckConstraint(
                condition=~Q(state="opened") | Q(decided_by=None) | Q(asked_by=None) | ~Q(decided_by=F("asked_by")),
                name="a_conversation_takes_two",
            ),
        ]

    def __str__(self) -> str:
        return f"widening {self.pk}"

    @property
    def is_running(self) -> bool:
        return self.state == WideningState.OPENED and self.ends_at is not None and self.ends_at > timezone.now()

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was answered by whoever asked."""
        return self.decided_by_id is not None and self.decided_by_id == self.asked_by_id
