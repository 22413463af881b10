"""What this room tells people. Mail names no event, no person and no word."""

from django.urls import reverse

from forum.talk.models import Thread
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.people.models import User


def _may_read(person: User, ref: str) -> bool:
    return Thread.objects.visible_to(viewer_of(person)).filter(public_id=ref).exists()


def _to_thread(ref: str) -> str:
    return reverse("thread", args=[ref])


CARE = Kind(
    name="stage.care",
    subject="A note from the organisers",
    words="The organisers have written to everybody in a talk you have a place in.",
    still_true=_may_read,
    link=_to_thread,
)
EJECTED = Kind(
    name="stage.ejected",
    subject="A note from the organisers",
    words="The hosts of a talk have ended your part in it for now. They can let you in again. "
    "If you think it was a mistake, write to the team.",
)
