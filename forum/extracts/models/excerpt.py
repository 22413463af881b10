"""A message beside a reported one that whoever reports lets moderators read, as it stood."""

from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Q

from forum.concerns.models import matters
from forum.talk.models import Message
from forum.talk.models.message import BODY_LENGTH
from network.access.viewer import Viewer
from network.access.visible import by_author


def of_matters_seen(viewer: Viewer) -> Q:
    """What belongs to a matter, whatever its kind, within the viewer's sight."""
    return reduce(or_, [Q(matter__in=kind.objects.visible_to(viewer).values("public_id")) for kind in matters()])


class ExcerptQuerySet(models.QuerySet["Excerpt"]):
    def visible_to(self, viewer: Viewer) -> "ExcerptQuerySet":
        """With the matter they belong to, less the words of somebody who hides from this viewer."""
        return self.filter(of_matters_seen(viewer), by_author(viewer))

    def beside(self, message: Message) -> "ExcerptQuerySet":
        """Chosen by any who reported it, in the order of saying."""
        return self.filter(about=message).select_related("author").order_by("number", "pk")


class Excerpt(models.Model):
    """`matter` is the public id of what waits at the table, `about` the message that is reported. Nothing says who
    chose it."""

    matter = models.CharField(max_length=12)
    about = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="excerpts")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    # The words as they stood: what is changed or deleted after the report changes nothing for the moderators.
    body = models.TextField(max_length=BODY_LENGTH)
    said_at = models.DateTimeField()
    number = models.PositiveBigIntegerField()

    objects = ExcerptQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "message"], name="one_excerpt_per_message")]

    def __str__(self) -> str:
        return f"excerpt {self.pk}"

    @property
    def author_name(self) -> str:
        return self.author.name if self.author else "Former member"
