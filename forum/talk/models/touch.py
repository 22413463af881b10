"""That somebody other than its author changed how a message is shown: a reaction, a vote, an answer marked."""

from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Q

from forum.spaces.models import Space
from forum.talk.models.message import Message, sight
from network.access.viewer import Viewer
from network.access.visible import by_author


class TouchQuerySet(models.QuerySet["Touch"]):
    def visible_to(self, viewer: Viewer) -> "TouchQuerySet":
        """Of messages within sight, by people who do not hide from this viewer everywhere."""
        return self.filter(by_author(viewer), message__in=Message.objects.filter(sight(viewer)))

    def since(self, positions: list[tuple[Viewer, int, int]]) -> "TouchQuerySet":
        """Told to a viewer, in a space, after a version: for each such position. The message is asked for by sight."""
        if not positions:
            return self.none()
        return self.filter(reduce(or_, [Q(space=s, version__gt=v) & by_author(viewer) for viewer, s, v in positions]))


class Touch(models.Model):
    """The latest touch of one person on one message. `version` is the space's, as that of every change.

    A change of the message itself would tell a reader of somebody who hides from them; a touch has an author, so that
    it is told to those alone who see them. Without an author it is told to everybody.
    """

    space = models.ForeignKey(Space, on_delete=models.PROTECT, related_name="touches")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="touches")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    version = models.PositiveBigIntegerField()

    objects = TouchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["space", "version"], name="one_touch_per_version"),
            models.UniqueConstraint(fields=["message", "author"], name="one_touch_of_each"),
        ]

    def __str__(self) -> str:
        return f"touch {self.pk}"
