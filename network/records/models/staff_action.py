"""What staff did to, or looked at about, a person. Append-only: the database itself refuses a change."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from network.access.viewer import Viewer
from network.people.models import Affiliation, RoleKind

CHANGE_LENGTH = 60


class StaffActionQuerySet(models.QuerySet["StaffAction"]):
    def visible_to(self, viewer: Viewer) -> "StaffActionQuerySet":
        """Owners, less what is about themselves, somebody they work with or somebody who hides from them: whatever they
        may not see at a desk, the log does not tell either."""
        if not viewer.has(RoleKind.OWNER):
            return self.none()
        kept = Affiliation.objects.colleagues_of(viewer.person_id).values("person_id")
        mine = Q(about_id=viewer.person_id) | Q(about_id__in=kept) | Q(about_id__in=sorted(viewer.hidden_everywhere))
        return self.exclude(mine, about_id__isnull=False)


class StaffAction(models.Model):
    """`about_id` is a plain number, so that erasing a person does not have to rewrite the log."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    verb = models.CharField(max_length=60)
    about_id = models.BigIntegerField(null=True, blank=True, db_index=True)
    reason = models.CharField(max_length=500, blank=True)
    # How it stood before and after, where something changed by it: states alone, never names or words.
    change = models.CharField(max_length=CHANGE_LENGTH, blank=True)
    done_at = models.DateTimeField(default=timezone.now)

    objects = StaffActionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.verb} {self.pk}"

    @property
    def in_words(self) -> str:
        """What was done, without whom it was done to."""
        return self.verb.replace("_", " ").capitalize()
