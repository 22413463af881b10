"""What waits at the moderators' table, whatever it is about: who has it, until when, and what became of it."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from forum.talk.models.message import REASON_LENGTH
from network.access.viewer import Viewer
from network.people.models import Affiliation, RoleKind
from network.people.opaque import new_public_id

OPEN = "open"


class MatterQuerySet(models.QuerySet[Any]):
    if TYPE_CHECKING:

        def visible_to(self, viewer: Viewer) -> Self:
            """Each kind of matter writes it, from `at_table_of` and what it is about."""

        def reported_near(self, viewer: Viewer) -> Self:
            """What this viewer or a colleague of theirs has reported; each kind knows who reports it."""

        def without(self, categories: Collection[str]) -> Self:
            """Those of other categories; each kind knows where its own stand."""

    def at_table_of(self, viewer: Viewer, scope: str) -> Self:
        """What a moderator of the network, of one space or an owner has to do with. `scope` leads to the space's
        public id. What was passed to the network lead is the owners' alone."""
        if viewer.has(RoleKind.OWNER):
            return self
        if viewer.has(RoleKind.MODERATOR):
            return self.filter(is_for_lead=False)
        return self.filter(is_for_lead=False, **{f"{scope}__in": sorted(viewer.moderator_of)})

    def open(self) -> Self:
        return self.filter(state=OPEN)

    def free_for(self, viewer: Viewer) -> Self:
        """Those nobody else has taken."""
        return self.filter(Q(claimed_by=None) | Q(claimed_by_id=viewer.person_id))

    def held_by(self, viewer: Viewer) -> Self:
        """Those this viewer has taken and not decided."""
        return self.open().filter(claimed_by_id=viewer.person_id)

    def taken_with(self, viewer: Viewer, key: UUID) -> Self:
        """What this viewer has taken by a form of that key."""
        return self.filter(claimed_by_id=viewer.person_id, taken_key=key)

    def unclaimed(self) -> Self:
        return self.open().filter(claimed_by=None)

    def offered_to(self, viewer: Viewer) -> Self:
        """Those the rota has asked this viewer to take, while nobody has."""
        return self.unclaimed().filter(offered_to_id=viewer.person_id)

    def overdue(self) -> Self:
        """Late, and the owners do not know."""
        return self.open().filter(due_at__lt=timezone.now(), escalated_at=None)

    def take(self, matter: "Matter", viewer: Viewer) -> bool:
        """Assign it to this viewer where nobody else has it. One statement: of two at once, one takes it."""
        free = self.open().free_for(viewer).filter(pk=matter.pk)
        return bool(free.update(claimed_by_id=viewer.person_id, claimed_at=timezone.now()))


class Matter(models.Model):
    """`NOUN` names its pages, `in_log` is its word in the log."""

    NOUN = "matter"
    if TYPE_CHECKING:
        # The person it is about, where there is one, the public id of the space it stands in, and how it stands.
        about_id: int | None
        scope: str
        state: str

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    opened_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    # When the owners were told that it is late.
    escalated_at = models.DateTimeField(null=True, blank=True)
    is_for_lead = models.BooleanField(default=False)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    # The once-only key of the form with which whoever has it took the next one.
    taken_key = models.UUIDField(null=True, blank=True, editable=False)
    # Whom the rota has asked to take it, while nobody has.
    offered_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    offered_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.CharField(max_length=REASON_LENGTH, blank=True)

    objects = MatterQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.NOUN} {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state == OPEN

    @property
    def is_appeal(self) -> bool:
        """Against a decision: nothing follows from it for whom it is about."""
        return False

    @property
    def in_log(self) -> str:
        return "appeal" if self.is_appeal else self.NOUN

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due_at < timezone.now()


def by_reporter(viewer: Viewer, field: str = "reporter") -> Q:
    """What this viewer or a colleague of theirs has reported; of somebody who is not signed in it is nothing."""
    colleagues = Affiliation.objects.colleagues_of(viewer.person_id).values("person_id")
    return Q(**{field: viewer.person_id or 0}) | Q(**{f"{field}__in": colleagues})


def reported_near(viewer: Viewer) -> list[models.QuerySet[Any]]:
    """Of each kind, the references of what this viewer or a colleague of theirs has reported."""
    return [kind.objects.reported_near(viewer).values("public_id") for kind in matters()]


def matters() -> list[type[Matter]]:
    """All kinds of it, also those of rooms above."""
    return [kind for kind in apps.get_models() if issubclass(kind, Matter)]


def matter_seen(viewer: Viewer, public_id: str) -> Matter | None:
    """Whatever kind it is of, through sight."""
    found = (kind.objects.visible_to(viewer).filter(public_id=public_id).first() for kind in matters())
    return next(filter(None, found), None)
