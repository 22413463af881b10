"""Words and links that somebody looks at before others do. They hold a message; they never delete it."""

import re
import unicodedata

from django.conf import settings
from django.db import models
from django.utils import timezone

from network.access.viewer import Viewer
from network.people.models import RoleKind

WATCHED_LENGTH = 80
_HOST = re.compile(r"(?:https?://|www\.)([^\s/?#\"'<>()\[\]]+)")


class WatchKind(models.TextChoices):
    WORD = "word", "Word or phrase"
    LINK = "link", "Links to a site"


def plain(text: str) -> str:
    """As it is compared: one spelling, one case, single spaces, nothing that cannot be seen."""
    shown = "".join(one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf")
    return " ".join(shown.casefold().split())


class WatchwordQuerySet(models.QuerySet["Watchword"]):
    def visible_to(self, viewer: Viewer) -> "WatchwordQuerySet":
        """Moderators and owners: whoever knew the list could write round it."""
        return self if viewer.has(RoleKind.MODERATOR, RoleKind.OWNER) else self.none()

    def are_in(self, body: str) -> bool:
        """Whether one of them stands in these words. One query."""
        words, hosts = plain(body), [host.split("@")[-1].split(":")[0] for host in _HOST.findall(plain(body))]
        return any(watched.is_in(words, hosts) for watched in self.only("kind", "text"))


class Watchword(models.Model):
    kind = models.CharField(max_length=4, choices=WatchKind, default=WatchKind.WORD)
    text = models.CharField(max_length=WATCHED_LENGTH)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = WatchwordQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "text"], name="watched_once")]

    def __str__(self) -> str:
        return f"watchword {self.pk}"

    def is_in(self, words: str, hosts: list[str]) -> bool:
        """Whole words alone, and a site with everything below it."""
        if self.kind == WatchKind.LINK:
            return any(host == self.text or host.endswith(f".{self.text}") for host in hosts)
        return re.search(rf"(?<!\w){re.escape(self.text)}(?!\w)", words) is not None
