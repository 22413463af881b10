"""What this room tells people. Mail never names a person or a word."""

from django.urls import reverse

from forum.direct.models import Invitation, Proposal
from forum.talk.models import Thread
from network.access.viewer import viewer_of
from network.notices.kind import Kind
from network.people.models import User


def _waits_for_them(person: User, ref: str) -> bool:
    return Invitation.objects.visible_to(viewer_of(person)).waiting().filter(public_id=ref).exists()


def _to_invitation(ref: str) -> str:
    return reverse("talk_request", args=[ref])


def _may_still_read(person: User, ref: str) -> bool:
    return Thread.objects.visible_to(viewer_of(person)).filter(public_id=ref).exists()


def _to_thread(ref: str) -> str:
    return reverse("thread", args=[ref])


def _wants_their_yes(person: User, ref: str) -> bool:
    open_ones = Proposal.objects.visible_to(viewer_of(person)).open()
    return open_ones.filter(public_id=ref).exclude(votes__person=person).exists()


def _to_proposal(ref: str) -> str:
    proposal = Proposal.objects.filter(public_id=ref).first()
    thread = proposal.space.threads.first() if proposal else None
    return reverse("thread", args=[thread.public_id]) if thread else reverse("notices")


ASKED = Kind(
    name="direct.asked",
    subject="Somebody would like to talk with you",
    words="Somebody would like to talk with you.",
    still_true=_waits_for_them,
    link=_to_invitation,
)
ACCEPTED = Kind(
    name="direct.accepted",
    subject="Something new in your messages",
    words="You can talk now: somebody you asked has agreed.",
    still_true=_may_still_read,
    link=_to_thread,
)
PROPOSED = Kind(
    name="direct.proposed",
    subject="Something waits for your answer",
    words="Something in one of your conversations waits for your yes or no.",
    still_true=_wants_their_yes,
    link=_to_proposal,
)
