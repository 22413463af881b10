"""A title, or a field of a profile, that is out of sight: for good, or until a moderator has looked."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from forum.talk.models import Thread
from network.access.viewer import Viewer
from network.directory.models import Profile
from network.directory.models.profile import LABELS
from network.people.opaque import new_public_id

REASON_LENGTH = 500
TITLE = "title"
HIDDEN_TITLE = "Title hidden by the moderators"


class CoverQuerySet(models.QuerySet["Cover"]):
    def visible_to(self, viewer: Viewer) -> "CoverQuerySet":
        """One's own words. Moderators read what was reported, and that stands with the report."""
        return self.filter(owner_id=viewer.person_id) if viewer.person_id else self.none()

    def standing(self) -> "CoverQuerySet":
        return self.filter(lifted_at=None)

    def waiting_for(self, matter: str) -> "CoverQuerySet":
        """Those that concern took out of sight until somebody has looked."""
        return self.standing().filter(matter=matter, is_pending=True)

    def of_things(self, refs: Any) -> "CoverQuerySet":
        """Those of these threads and profiles, by their public ids."""
        return self.filter(Q(thread__public_id__in=refs) | Q(profile__public_id__in=refs))

    def decided(self) -> "CoverQuerySet":
        """Those a moderator has decided about, which may be appealed."""
        return self.filter(is_pending=False)


class Cover(models.Model):
    """`matter` is the public id of the concern, `words` what stood there. The words are not where everybody asks for
    them any more, so no list, search, notice or page can show them by mistake. One that is superseded has ended because
    other words stood there, which a later one covers: nothing came back by it."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    matter = models.CharField(max_length=12)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, null=True, related_name="covers")
    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, null=True, related_name="covers")
    part = models.CharField(max_length=20)
    words = models.TextField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=REASON_LENGTH)
    is_pending = models.BooleanField()
    covered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    covered_at = models.DateTimeField(default=timezone.now)
    lifted_at = models.DateTimeField(null=True, blank=True)
    is_superseded = models.BooleanField(default=False)

    objects = CoverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["thread", "part"], condition=Q(lifted_at=None, profile=None), name="one_cover_per_title"
            ),
            models.UniqueConstraint(
                fields=["profile", "part"], condition=Q(lifted_at=None, thread=None), name="one_cover_per_field"
            ),
            models.CheckConstraint(
                condition=Q(thread=None, profile__isnull=False) | Q(thread__isnull=False, profile=None),
                name="cover_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"cover {self.pk}"

    @property
    def label(self) -> str:
        """What it covers, as its owner reads it."""
        return "The title of your thread" if self.part == TITLE else f"{LABELS[self.part]}, in your profile"

    @property
    def label_at_table(self) -> str:
        """The same, as somebody else reads it."""
        return "The title of a thread" if self.part == TITLE else f"{LABELS[self.part]}, in a profile"
