"""What is told after an appeal. Mail never names a thing, a person or a word."""

from django.urls import reverse

from forum.casebook.models import Objection
from forum.concerns.models import Concern, matter_seen
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.people.models import User


def _is_theirs(person: User, ref: str) -> bool:
    return Objection.objects.of(viewer_of(person)).exclude(decided_at=None).filter(public_id=ref).exists()


def _is_theirs_to_judge(person: User, ref: str) -> bool:
    """An appeal of any kind."""
    matter = matter_seen(viewer_of(person), ref)
    return matter is not None and matter.is_open


def _to_outcome(ref: str) -> str:
    return reverse("my_objection", args=[ref])


def _to_appeal(ref: str) -> str:
    is_against_cover = Concern.objects.filter(public_id=ref).exists()
    return reverse("concern" if is_against_cover else "objection", args=[ref])


DECIDED = Kind(
    name="casebook.decided",
    subject="A note from the moderators",
    words="Somebody else has looked at your appeal. Its page says what was decided.",
    still_true=_is_theirs,
    link=_to_outcome,
)
LOOKED_AT = Kind(
    name="casebook.looked_at",
    subject="A note from the moderators",
    words="Somebody else has looked again at something you decided, after an appeal.",
)
WAITS = Kind(
    name="casebook.waits",
    subject="Something waits for you at the moderators' table",
    words="Somebody has appealed, and no moderator can decide it.",
    still_true=_is_theirs_to_judge,
    link=_to_appeal,
)
