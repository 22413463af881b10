"""A topic in a space."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q
from django.utils import timezone

from forum.spaces.models import Pause, Space
from forum.spaces.models.space import sight as sight_of_space
from forum.talk.models.habits import Habits
from network.access.viewer import Viewer
from network.access.visible import by_author
from network.people.opaque import new_public_id

TITLE_LENGTH = 120


class ThreadQuerySet(models.QuerySet["Thread"]):
    def visible_to(self, viewer: Viewer) -> "ThreadQuerySet":
        """In a space of theirs, and not begun by somebody who hides from this viewer everywhere."""
        if not viewer.person_id:
            return self.none()
        return self.filter(sight_of_space(viewer, "space__"), by_author(viewer))

    def for_page(self, viewer: Viewer) -> "ThreadQuerySet":
        """With space, author, `following`, what this viewer has chosen, if anything, and `begun` and `begun_at`: what
        they keep for later there; `paused`, until when they only read; `waits`, whether something of theirs is held;
        `announce` and `shows_typing`, their habits, or nothing until they choose. One query."""
        own = FilteredRelation("followings", condition=Q(followings__person_id=viewer.person_id))
        draft = FilteredRelation("drafts", condition=Q(drafts__person_id=viewer.person_id))
        held = self.model.objects.filter(pk=OuterRef("pk"), held__author=viewer.person_id, held__state="waiting")
        kept = {"begun": F("draft__body"), "begun_at": F("draft__updated_at"), "paused": Pause.objects.end_for(viewer)}
        kept |= {"following": F("own__level"), "waits": Exists(held)}
        kept |= {name: Habits.objects.chosen(viewer, name) for name in ("announce", "shows_typing")}
        return self.select_related("space", "author").annotate(own=own, draft=draft, **kept)

    def by_activity(self) -> "ThreadQuerySet":
        """Pinned ones first, then by the latest message this viewer sees: wants the annotation `latest`."""
        return self.order_by("-is_pinned", "-latest", "-pk")


class Thread(models.Model):
    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    space = models.ForeignKey(Space, on_delete=models.PROTECT, related_name="threads")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="threads")
    title = models.CharField(max_length=TITLE_LENGTH)
    key = models.UUIDField()
    opened_at = models.DateTimeField(default=timezone.now)
    is_pinned = models.BooleanField(default=False)
    # Asked where allies listen; elsewhere they answer anyway.
    is_open_to_allies = models.BooleanField(default=False)
    # When it takes messages, where a timetable says so: the clock opens and closes it for everybody at once.
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = ThreadQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="thread_opened_once")]

    def __str__(self) -> str:
        return f"thread {self.pk}"

    @property
    def is_closed(self) -> bool:
        """Closed by somebody, or by the clock."""
        return self.ended_at is not None

    @property
    def ended_at(self) -> datetime | None:
        """Since when it takes nothing any more: closed by somebody, or by the clock before that."""
        ends = [self.closes_at] if self.closes_at is not None and timezone.now() >= self.closes_at else []
        return min([*ends, *([self.closed_at] if self.closed_at is not None else [])], default=None)

    @property
    def opens_later(self) -> bool:
        return self.opens_at is not None and timezone.now() < self.opens_at
