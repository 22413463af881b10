"""What somebody asks the moderators to look at that is no message: a profile, a thread, an event, the site itself."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from forum.concerns.models.duty import HEAVY
from forum.concerns.models.matter import Matter, MatterQuerySet, by_reporter
from forum.concerns.subject import COVER, label_of
from forum.covers.models import Cover
from forum.talk.models.message import REASON_LENGTH
from network.access.viewer import Viewer
from network.access.visible import by_author
from network.people.models import Affiliation

WORDS_LENGTH = 2_000
PLACE_LENGTH = 300
EXTRACT_LENGTH = 4_000
PARTS_LENGTH = 80


class Category(models.TextChoices):
    RACISM = "racism", "Racism or another kind of hate"
    HARASSMENT = "harassment", "Harassment or threats"
    SEXUAL = "sexual", "Sexual content or unwanted attention"
    SAFEGUARDING = "safeguarding", "A child or an adult is at risk, or there is a threat to life or a crime"
    IDENTIFIES = "identifies", "It identifies a child, a family or a colleague"
    ILLEGAL = "illegal", "Something else that may be against the law"
    SPAM = "spam", "Spam or advertising"
    COMPLAINT = "complaint", "A complaint about how the network dealt with something"
    OTHER = "other", "Something else"


URGENT = {Category.HARASSMENT, Category.SAFEGUARDING}


def due_after(reported_at: datetime, category: str) -> datetime:
    """Within the hour where somebody may be in danger, else within a day."""
    return reported_at + timedelta(hours=1 if category in URGENT else 24)


class ConcernState(models.TextChoices):
    OPEN = "open", "Waiting for a moderator"
    ACTED = "acted", "Something was done about it"
    KEPT = "kept", "Nothing had to be done"


class ConcernQuerySet(MatterQuerySet):
    def visible_to(self, viewer: Viewer) -> "ConcernQuerySet":
        """Whoever moderates where it stands, and nobody about themselves, about what they or a colleague of theirs
        reported, or about somebody who hides from them. What is about a workplace passes over those who work there, an
        appeal over those who reported the title or the profile it is about."""
        colleagues = Affiliation.objects.colleagues_of(viewer.person_id).values("person_id")
        theirs = self.at_table_of(viewer, "scope").filter(by_author(viewer, "about"))
        theirs = theirs.exclude(about=viewer.person_id).exclude(by_reporter(viewer)).exclude(kept_from=viewer.person_id)
        # An appeal shows the words of whoever sends it, and is not for whoever reported what it is against.
        reported = Concern.objects.reported_near(viewer).values("ref")
        theirs = theirs.exclude(kind=COVER, reporter__in=viewer.hidden_everywhere)
        theirs = theirs.exclude(kind=COVER, ref__in=Cover.objects.of_things(reported).values("public_id"))
        return theirs.exclude(is_about_workplace=True, about__in=colleagues)

    def reported_near(self, viewer: Viewer) -> "ConcernQuerySet":
        return self.filter(by_reporter(viewer))

    def without(self, categories: Collection[str]) -> "ConcernQuerySet":
        return self.exclude(category__in=categories)

    def against(self, refs: Collection[str]) -> "ConcernQuerySet":
        """The appeals against what was hidden."""
        return self.filter(kind=COVER, ref__in=refs)

    def reported_by(self, viewer: Viewer) -> "ConcernQuerySet":
        """One's own."""
        return self.filter(reporter_id=viewer.person_id) if viewer.person_id else self.none()


class Concern(Matter):
    """`kind` and `ref` say what it is about, `extract` what that said at the time; what came by the public form has the
    reporter's own words in `place`. `answer_to` is where somebody without an account wants to hear of it."""

    NOUN = "concern"

    kind = models.CharField(max_length=20, blank=True)
    ref = models.CharField(max_length=40, blank=True)
    scope = models.CharField(max_length=20, blank=True)
    about = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    extract = models.TextField(max_length=EXTRACT_LENGTH, blank=True)
    # The names of the parts the extract was taken from: what else there is, the table does not learn.
    parts = models.CharField(max_length=PARTS_LENGTH, blank=True)
    place = models.CharField(max_length=PLACE_LENGTH, blank=True)
    category = models.CharField(max_length=12, choices=Category)
    is_about_workplace = models.BooleanField(default=False)
    words = models.TextField(max_length=WORDS_LENGTH, blank=True)
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    # Whoever decided what this complains about, or made it: somebody else looks.
    kept_from = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    # What those who keep the thing are asked, where it is not the moderators' to hide.
    asked = models.CharField(max_length=REASON_LENGTH, blank=True)
    answer_to = models.EmailField(max_length=254, blank=True)
    key = models.UUIDField()
    state = models.CharField(max_length=8, choices=ConcernState, default=ConcernState.OPEN)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reporter", "key"], name="concern_told_once"),
            models.UniqueConstraint(fields=["key"], condition=Q(reporter=None), name="concern_told_once_unsigned"),
            models.UniqueConstraint(
                fields=["reporter", "kind", "ref"], condition=Q(state="open") & ~Q(ref=""), name="one_open_concern_each"
            ),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="concern_state_due")]

    @property
    def is_heavy(self) -> bool:
        return self.category in HEAVY

    @property
    def is_appeal(self) -> bool:
        return self.kind == COVER

    @property
    def decided_as(self) -> str:
        """How its decision stands in the log; of an appeal as of every other."""
        of_appeal = "appeal_overturned" if self.state == ConcernState.ACTED else "appeal_upheld"
        return of_appeal if self.is_appeal else f"concern_{self.state}"

    @property
    def heading(self) -> str:
        return "Appeal" if self.is_appeal else self.get_category_display()

    @property
    def subject(self) -> str:
        """What it is about, as moderators read it."""
        return label_of(self.kind)
