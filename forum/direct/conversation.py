"""What a conversation is made of: a space for those in it alone, one thread, and a role for each."""

from uuid import uuid4

from django.utils import timezone

from forum.direct.models import Invitation, Proposal, ProposalState
from forum.direct.participants import present_in
from forum.spaces.models import Space
from forum.talk.models import Following, Thread
from network.access.audience import direct
from network.people.actions.role import grant_role
from network.people.models import RoleKind, User
from network.people.opaque import new_public_id

# Alike for all: neither page, list nor desk could show a name.
NAME = "Messages"
TITLE = "Conversation"


def begin() -> Space:
    """An empty one, in nobody's name: whoever hides from somebody in it hides what they say, not the thread."""
    public_id = new_public_id()
    space = Space.objects.create(public_id=public_id, name=NAME, audience=direct(public_id))
    Thread.objects.create(space=space, title=TITLE, key=uuid4())
    return space


def join(space: Space, person: User) -> None:
    """They read it from now on, all that was said included, and are told what is new."""
    grant_role(person=person, kind=RoleKind.CORRESPONDENT, scope=space.public_id, by=None)
    Following.objects.begin(person.pk, thread_of(space))


def thread_of(space: Space) -> Thread:
    """The one there is."""
    return Thread.objects.select_related("space").get(space=space)


def hold(space: Space) -> Space:
    """The lock under which messages are stored, and under which those in the conversation change."""
    return Space.objects.select_for_update(no_key=True).get(pk=space.pk)


def end(space: Space) -> None:
    """No more words, and nobody joins. Inside a transaction that holds the space."""
    Thread.objects.filter(space=space, closed_at=None).update(closed_at=timezone.now())
    Proposal.objects.filter(space=space, state=ProposalState.OPEN).update(state=ProposalState.DROPPED)
    Invitation.objects.unanswered().filter(space=space).update(is_passed_on=False)


def end_if_alone(space: Space) -> None:
    """Where nobody is left to talk with."""
    if present_in(space).count() < 2:
        end(space)
