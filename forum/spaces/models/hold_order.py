"""Somebody whose next messages are looked at before others see them: so many of them, or until a time."""

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils import timezone

from forum.spaces.models.pause import REASON_LENGTH
from network.access.viewer import Viewer
from network.access.visible import by_author
from network.people.models import Affiliation, RoleKind

MOST_HELD = 100


class HoldOrderQuerySet(models.QuerySet["HoldOrder"]):
    def visible_to(self, viewer: Viewer) -> "HoldOrderQuerySet":
        """The person it is about."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def known_to(self, viewer: Viewer) -> "HoldOrderQuerySet":
        """What moderators and owners read of others: nothing of whoever hides from them or works where they do."""
        if not viewer.has(RoleKind.MODERATOR, RoleKind.OWNER):
            return self.none()
        colleagues = Affiliation.objects.colleagues_of(viewer.person_id).values("person_id")
        others = self.exclude(person_id=viewer.person_id).exclude(person_id__in=colleagues)
        return others.filter(by_author(viewer, "person"))

    def running(self) -> "HoldOrderQuerySet":
        now = timezone.now()
        lasts = (Q(ends_at=None) | Q(ends_at__gt=now)) & (Q(posts_left=None) | Q(posts_left__gt=0))
        return self.filter(lasts, begun_at__lte=now, lifted_at=None)

    def count_down(self, person_id: int | None) -> None:
        """One more of this person's messages was held; the last one ends the order."""
        counted = self.running().filter(person_id=person_id, posts_left__gt=0)
        ends_at = Case(When(posts_left=1, then=timezone.now()), default=F("ends_at"))
        counted.update(posts_left=F("posts_left") - 1, ends_at=ends_at)


class HoldOrder(models.Model):
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="hold_orders")
    begun_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True, blank=True)
    posts_left = models.PositiveSmallIntegerField(null=True, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=REASON_LENGTH)
    ordered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = HoldOrderQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=False) | Q(posts_left__isnull=False), name="hold_order_ends"
            ),
            models.CheckConstraint(
                condition=Q(posts_left=None) | Q(posts_left__lte=MOST_HELD), name="hold_order_within_bounds"
            ),
        ]
        indexes = [models.Index(fields=["person", "lifted_at"], name="spaces_hold_order_of_person")]

    def __str__(self) -> str:
        return f"hold order {self.pk}"
