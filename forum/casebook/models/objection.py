"""What somebody says against what was done about them, or against their message being declined."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from forum.concerns.models import Matter, MatterQuerySet, Measure, reported_near
from forum.talk.models import Held
from network.access.viewer import Viewer
from network.access.visible import by_author
from network.people.models import Affiliation

WORDS_LENGTH = 1_000
# When somebody else has looked: a pause of a day is over after it.
LOOKED_AT_WITHIN = timedelta(hours=24)


class ObjectionState(models.TextChoices):
    OPEN = "open", "Waiting for another moderator"
    UPHELD = "upheld", "The decision stands"
    OVERTURNED = "overturned", "The decision was undone"


class ObjectionQuerySet(MatterQuerySet):
    def visible_to(self, viewer: Viewer) -> "ObjectionQuerySet":
        """Whoever moderates where it was decided and had no part in it: nobody who proposed, seconded or declined it,
        nobody who reported what it came of, nor a colleague of theirs; nobody about themselves, a colleague or somebody
        who hides from them."""
        if not viewer.person_id:
            return self.none()
        theirs = self.at_table_of(viewer, "scope").filter(by_author(viewer, "person"))
        had_part = Q(measure__proposed_by=viewer.person_id) | Q(measure__seconded_by=viewer.person_id)
        had_part |= Q(decider=viewer.person_id) | Q(person=viewer.person_id)
        colleagues = Affiliation.objects.colleagues_of(viewer.person_id).values("person_id")
        for reported in reported_near(viewer):
            had_part |= Q(measure__matter__in=reported)
        return theirs.exclude(person__in=colleagues).exclude(pk__in=self.model.objects.filter(had_part).values("pk"))

    def of(self, viewer: Viewer) -> "ObjectionQuerySet":
        """One's own."""
        return self.filter(person_id=viewer.person_id) if viewer.person_id else self.none()

    def without(self, categories: Collection[str]) -> "ObjectionQuerySet":
        """An appeal has no category."""
        return self

    def reported_near(self, viewer: Viewer) -> "ObjectionQuerySet":
        """Nobody reports an appeal."""
        return self.none()


class Objection(Matter):
    """One per measure and per declined message. What was held is forgotten after a month, and the objection is not;
    `decider` is whoever declined it, who must not look again."""

    NOUN = "objection"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="objections")
    measure = models.OneToOneField(Measure, on_delete=models.CASCADE, null=True, related_name="objection")
    held = models.OneToOneField(Held, on_delete=models.SET_NULL, null=True, related_name="objection")
    decider = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    scope = models.CharField(max_length=20, blank=True)
    words = models.TextField(max_length=WORDS_LENGTH)
    key = models.UUIDField()
    state = models.CharField(max_length=10, choices=ObjectionState, default=ObjectionState.OPEN)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(measure=None) | Q(held=None), name="objection_against_one"),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="casebook_objection_due")]

    @property
    def is_appeal(self) -> bool:
        return True

    @property
    def about_id(self) -> int | None:
        """Whoever objects."""
        return self.person_id


def due_after(asked_at: datetime) -> datetime:
    """By when somebody else has looked."""
    return asked_at + LOOKED_AT_WITHIN
