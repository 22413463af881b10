"""What somebody said."""

from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from forum.spaces.models import Space
from forum.spaces.models.space import sight as sight_of_space
from forum.talk.models.thread import Thread
from network.access.viewer import Viewer
from network.access.visible import by_author
from network.people.opaque import new_public_id

BODY_LENGTH = 8_000
REASON_LENGTH = 500
# How long its author may put it in other words. Later it is what others have read and answered.
EDITABLE_FOR = timedelta(hours=24)
# What its element shows of a message, of its author and of where it stands.
ELEMENT = (
    *("public_id", "key", "number", "version", "html", "pen_name", "has_beside", "has_folds", "reply_to"),
    *("said_at", "edited_at", "deleted_at", "hidden_at", "hidden_reason"),
    *("author__public_id", "author__name", "space__version", "space__audience"),
    *("thread__public_id", "thread__closes_at", "thread__closed_at"),
)


def sight(viewer: Viewer) -> Q:
    """In a thread they may see, by somebody who does not hide from them everywhere."""
    if not viewer.person_id:
        return Q(pk__in=[])
    return sight_of_space(viewer, "space__") & by_author(viewer) & by_author(viewer, "thread__author")


def seen_in(places: list[tuple[Viewer, int]]) -> Q:
    """What each viewer sees in that space. Those of equal sight are told once, which a room for each would not be."""
    spaces: dict[Q, list[int]] = {}
    for viewer, space in places:
        spaces.setdefault(sight(viewer), []).append(space)
    return reduce(or_, [Q(space__in=some) & seen for seen, some in spaces.items()])


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, viewer: Viewer) -> "MessageQuerySet":
        """Those within their sight."""
        return self.filter(sight(viewer))

    def changed_since(self, positions: list[tuple[Viewer, int, int]]) -> "MessageQuerySet":
        """Visible to a viewer, in a space, after a version: for each such position."""
        if not positions:
            return self.none()
        after = [Q(space=space, version__gt=version) for _, space, version in positions]
        # Said twice, because the first half alone lets a database go by its index.
        return self.filter(reduce(or_, after), seen_in([(viewer, space) for viewer, space, _ in positions]))

    def standing(self) -> "MessageQuerySet":
        """Neither deleted by their author nor hidden by a moderator."""
        return self.filter(deleted_at=None, hidden_at=None)

    def said_by(self, viewer: Viewer, key: object) -> "Message | None":
        """The message this viewer sent with that once-only key."""
        return self.filter(author_id=viewer.person_id, key=key).first()

    def in_order(self) -> "MessageQuerySet":
        """By the space's number: the clock never decides."""
        return self.order_by("number")

    def for_element(self) -> "MessageQuerySet":
        """With what the element of a message shows, and no more: it is asked for at every turn of a live room."""
        return self.select_related("author", "thread", "space").only(*ELEMENT)

    def for_display(self) -> "MessageQuerySet":
        return self.select_related("author", "reply_to", "reply_to__author", "thread", "space")


class Message(models.Model):
    """`number` is the space's version when it was said and orders it for ever; `version` that of its latest change.
    `pen_name` stands in place of an author who is not named. `has_beside`: a room above may have something to show
    with it. `has_folds`: some reader may have folded it away, so that nobody else's page asks."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    space = models.ForeignKey(Space, on_delete=models.PROTECT, related_name="messages")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="messages")
    reply_to = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="replies")
    pen_name = models.CharField(max_length=40, blank=True, default="", editable=False)
    has_beside = models.BooleanField(default=False, editable=False)
    has_folds = models.BooleanField(default=False, editable=False)
    body = models.TextField(max_length=BODY_LENGTH)
    html = models.TextField(editable=False)
    key = models.UUIDField()
    number = models.PositiveBigIntegerField()
    version = models.PositiveBigIntegerField()
    said_at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_reason = models.CharField(max_length=REASON_LENGTH, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "key"], name="said_once"),
            models.UniqueConstraint(
                fields=["thread", "pen_name", "key"], condition=~Q(pen_name=""), name="said_once_by_each_pen"
            ),
            models.CheckConstraint(condition=Q(pen_name="") | Q(author=None), name="nobody_named_behind_a_pen"),
            models.UniqueConstraint(fields=["space", "number"], name="one_message_per_number"),
            models.UniqueConstraint(fields=["space", "version"], name="one_change_per_version"),
            models.CheckConstraint(condition=Q(version__gte=models.F("number")), name="changes_follow_saying"),
        ]
        indexes = [models.Index(fields=["thread", "number"]), models.Index(fields=["author", "said_at"])]

    def __str__(self) -> str:
        return f"message {self.pk}"

    @property
    def element_id(self) -> str:
        """The id of its element in every page."""
        return f"message-{self.public_id}"

    @property
    def is_standing(self) -> bool:
        return self.deleted_at is None and self.hidden_at is None

    @property
    def editable_until(self) -> datetime:
        """When its author may only delete it any more. It follows from the time everybody reads beside it, so that of
        words without a name it tells nothing."""
        return self.said_at + EDITABLE_FOR

    @property
    def is_unnamed(self) -> bool:
        """Whether somebody said it without their name. Where none may do so a pen name is that of an office, such as
        the organisers of an event. No question for words with a name."""
        return bool(self.pen_name) and self.space.can_take_unnamed

    @property
    def author_name(self) -> str:
        """Who said it, as everybody reads it."""
        return self.author.name if self.author else self.pen_name or "Former member"
