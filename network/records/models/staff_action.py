"""What staff did to, or looked at about, a person. Append-only: the database itself refuses a change."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class StaffAction(models.Model):
    """`about_id` is a plain number, so that erasing a person does not have to rewrite the log."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    verb = models.CharField(max_length=60)
    about_id = models.BigIntegerField(null=True, blank=True, db_index=True)
    reason = models.CharField(max_length=500, blank=True)
    done_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.verb} {self.pk}"
