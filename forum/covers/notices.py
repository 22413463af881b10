"""What this room tells people. Mail never names a space, a person or a word."""

from django.urls import reverse

from forum.covers.models import Cover
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.people.models import User


def _is_hidden(person: User, ref: str) -> bool:
    return Cover.objects.visible_to(viewer_of(person)).standing().filter(public_id=ref).exists()


def _is_back(person: User, ref: str) -> bool:
    back = Cover.objects.visible_to(viewer_of(person)).filter(lifted_at__isnull=False, is_superseded=False)
    return back.filter(public_id=ref).exists()


def _to_covers(ref: str) -> str:
    return reverse("covers")


SUBJECT = "A note from the moderators"
HIDDEN = Kind(
    name="covers.hidden",
    subject=SUBJECT,
    words="The moderators have hidden something you wrote. The page says what, why, and how to appeal.",
    still_true=_is_hidden,
    link=_to_covers,
)
PENDING = Kind(
    name="covers.pending",
    subject=SUBJECT,
    words="Something you wrote is hidden until a moderator has looked at it. Nothing has been decided.",
    still_true=_is_hidden,
    link=_to_covers,
)
BACK = Kind(
    name="covers.back",
    subject=SUBJECT,
    words="A moderator has looked at something you wrote. It stands again in its place.",
    still_true=_is_back,
)
