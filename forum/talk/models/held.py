"""What somebody has said that others do not see yet, and may never see."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from forum.spaces.models import Space
from forum.spaces.models.space import sight as sight_of_space
from forum.talk.models.message import BODY_LENGTH, REASON_LENGTH, Message
from forum.talk.models.thread import TITLE_LENGTH, Thread
from network.access.viewer import Viewer
from network.access.visible import by_author
from network.people.models import RoleKind
from network.people.opaque import new_public_id

WHY_LENGTH = 80


class HeldState(models.TextChoices):
    WAITING = "waiting", "Waiting"
    POSTED = "posted", "Posted"
    DECLINED = "declined", "Not posted: a moderator has looked at it"
    LOST = "lost", "Not posted: it could not be posted any more"
    TAKEN_BACK = "taken_back", "Taken back"


class HeldQuerySet(models.QuerySet["Held"]):
    def visible_to(self, viewer: Viewer) -> "HeldQuerySet":
        """One's own, and what waits for this viewer."""
        if not viewer.person_id:
            return self.none()
        return self.filter(Q(author_id=viewer.person_id) | _waits_for(viewer))

    def waiting_for(self, viewer: Viewer) -> "HeldQuerySet":
        """What this viewer decides about: in spaces they run and may read, of others who do not hide from them."""
        return self.filter(_waits_for(viewer)) if viewer.person_id else self.none()

    def own(self, viewer: Viewer) -> "HeldQuerySet":
        """This viewer's, as long as they wait."""
        return self.waiting().filter(author_id=viewer.person_id) if viewer.person_id else self.none()

    def waiting(self) -> "HeldQuerySet":
        return self.filter(state=HeldState.WAITING)

    def said_by(self, viewer: Viewer, key: object) -> "Held | None":
        """What this viewer sent with that once-only key."""
        return self.filter(author_id=viewer.person_id, key=key).first()

    def oldest_first(self) -> "HeldQuerySet":
        return self.order_by("held_at", "pk")


def _waits_for(viewer: Viewer) -> Q:
    runs = Q(space__public_id__in=sorted(viewer.steward_of | viewer.moderator_of))
    if viewer.has(RoleKind.MODERATOR, RoleKind.OWNER):
        runs = Q()
    seen = sight_of_space(viewer, "space__") & by_author(viewer) & by_author(viewer, "thread__author")
    return runs & seen & Q(state=HeldState.WAITING) & ~Q(author_id=viewer.person_id)


class Held(models.Model):
    """`why` tells whoever decides; where it is empty, the message only waits for `release_at`. With a title it opens
    a thread. Once settled it keeps its words for their author alone, and none that were posted or taken back."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    space = models.ForeignKey(Space, on_delete=models.PROTECT, related_name="held")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, null=True, related_name="held")
    title = models.CharField(max_length=TITLE_LENGTH, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="held")
    reply_to = models.ForeignKey(Message, on_delete=models.SET_NULL, null=True, related_name="+")
    body = models.TextField(max_length=BODY_LENGTH)
    key = models.UUIDField()
    why = models.CharField(max_length=WHY_LENGTH, blank=True)
    state = models.CharField(max_length=10, choices=HeldState, default=HeldState.WAITING)
    held_at = models.DateTimeField(default=timezone.now)
    release_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    words = models.CharField(max_length=REASON_LENGTH, blank=True)
    # Whoever declined it, who does not look again.
    declined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = HeldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "key"], name="held_once"),
            models.CheckConstraint(condition=Q(thread__isnull=False) | ~Q(title=""), name="held_for_somewhere"),
            models.CheckConstraint(
                condition=~Q(state="waiting") | ~Q(why="") | Q(release_at__isnull=False), name="held_for_a_reason"
            ),
        ]
        indexes = [models.Index(fields=["space", "state", "held_at"], name="talk_held_waiting")]

    def __str__(self) -> str:
        return f"held {self.pk}"

    @property
    def element_id(self) -> str:
        """The id of its element on its author's page."""
        return f"held-{self.public_id}"

    @property
    def is_waiting(self) -> bool:
        return self.state == HeldState.WAITING
