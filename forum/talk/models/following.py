"""Whether somebody is told what is new in a thread. Nobody else learns it."""

from django.conf import settings
from django.db import models

from forum.talk.models.thread import Thread
from network.access.viewer import Viewer


class FollowingLevel(models.TextChoices):
    FOLLOW = "follow", "Follow"
    MUTE = "mute", "Mute"


class FollowingQuerySet(models.QuerySet["Following"]):
    def visible_to(self, viewer: Viewer) -> "FollowingQuerySet":
        """One's own, and nobody else's."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def followed(self) -> "FollowingQuerySet":
        return self.filter(level=FollowingLevel.FOLLOW)

    def muted(self) -> "FollowingQuerySet":
        return self.filter(level=FollowingLevel.MUTE)

    def begin(self, person_id: int | None, thread: Thread) -> None:
        """Follow, unless this person has chosen already. One query, even where two do it at once."""
        row = Following(person_id=person_id, thread=thread, level=FollowingLevel.FOLLOW)
        self.bulk_create([row], ignore_conflicts=True)


class Following(models.Model):
    """One choice per person and thread. Without a row nobody is told but of answers."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="followings")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="followings")
    level = models.CharField(max_length=6, choices=FollowingLevel, default=FollowingLevel.FOLLOW)

    objects = FollowingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "thread"], name="one_following_per_thread")]

    def __str__(self) -> str:
        return f"following {self.pk}"
