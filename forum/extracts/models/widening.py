"""Reading more of a private conversation than was reported: asked for by one, confirmed by another, for some days."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from forum.extracts.models.excerpt import of_matters_seen
from forum.spaces.models.takes_two import TakesTwo, TakesTwoQuerySet, TakesTwoState, takes_two
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.people.models import Affiliation, Role, RoleKind


class WideningReason(models.TextChoices):
    LIFE = "life", "A threat to life"
    SAFEGUARDING = "safeguarding", "Safeguarding"
    ABUSE = "abuse", "Serious abuse"
    COURT = "court", "A court order"
    UNCLEAR = "unclear", "What was chosen does not show what happened"


class WideningQuerySet(TakesTwoQuerySet):
    def visible_to(self, viewer: Viewer) -> "WideningQuerySet":
        """Moderators and owners who see what it belongs to, and have nothing to do with anybody who is or was in the
        conversation, or have asked themselves. What it opens is read by the two alone."""
        if not viewer.has(RoleKind.MODERATOR, RoleKind.OWNER):
            return self.none()
        theirs = Q(asked_by=viewer.person_id) | ~Q(about__space__public_id__in=_near(viewer))
        return self.filter(of_matters_seen(viewer)).filter(theirs)

    def running(self) -> "WideningQuerySet":
        return self.opened().filter(ends_at__gt=timezone.now())

    def known_to(self, viewer: Viewer) -> "WideningQuerySet":
        """Of a conversation the viewer is or was in, once those in it are told."""
        theirs = Role.objects.filter(kind=RoleKind.CORRESPONDENT, person_id=viewer.person_id or 0).values("scope")
        return self.told().filter(about__space__public_id__in=theirs)


def _near(viewer: Viewer) -> models.QuerySet[Role, str]:
    """The conversations of themselves, their colleagues and those who hide from them, past and present."""
    colleagues = Affiliation.objects.colleagues_of(viewer.person_id).values("person_id")
    near = Q(person_id__in={viewer.person_id, *viewer.hidden_everywhere}) | Q(person__in=colleagues)
    return Role.objects.filter(near, kind=RoleKind.CORRESPONDENT).values_list("scope", flat=True)


class Widening(TakesTwo):
    """`matter` is the public id of what waits at the table. It is read until `ends_at`."""

    matter = models.CharField(max_length=12)
    about = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="widenings")
    reason = models.CharField(max_length=12, choices=WideningReason)
    ends_at = models.DateTimeField(null=True, blank=True)

    objects = WideningQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter"], condition=Q(state="asked"), name="one_open_request_per_matter"),
            takes_two("a_conversation_takes_two"),
        ]

    def __str__(self) -> str:
        return f"widening {self.pk}"

    @property
    def named_in_log(self) -> int | None:
        return self.about.author_id

    @property
    def is_running(self) -> bool:
        return self.state == TakesTwoState.OPENED and self.ends_at is not None and self.ends_at > timezone.now()
