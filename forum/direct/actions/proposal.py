"""Adding somebody to a conversation: each who is in it says yes, and then the one who is added."""

from uuid import uuid4

from django.db import transaction

from forum.direct.conversation import hold
from forum.direct.jobs import pass_on
from forum.direct.models import Invitation, Proposal, ProposalState, Vote
from forum.direct.notices import PROPOSED
from forum.direct.participants import present_in, voters_in
from forum.direct.rules import can_propose, can_vote
from forum.spaces.models import Space
from forum.talk.models import Thread
from network.access.viewer import Viewer, viewer_of
from network.access.visible import can_see, require
from network.notices.actions.tell import tell
from network.people.models import User

MOST_OPEN = 3


class TooManyProposals(Exception):
    """As many as one person may have open in a conversation."""


def propose_person(*, by: Viewer, thread: Thread, person: User) -> Proposal:
    """Propose somebody the proposer finds in the directory. Proposed by two, it is one proposal with two yeses.

    Those alone are asked who see the one proposed. Raises Refused or TooManyProposals.
    """
    require(can_propose(by, thread), "This conversation has ended.")
    with transaction.atomic():
        space = hold(thread.space)
        mine = Proposal.objects.open().filter(space=space, proposer_id=by.person_id).exclude(person=person)
        if mine.count() >= MOST_OPEN:
            raise TooManyProposals(f"You have {MOST_OPEN} proposals open here. Wait for the others’ answers first.")
        proposal = _open(by, space, person)
        Vote.objects.get_or_create(proposal=proposal, person_id=by.person_id)
        settle(proposal)
    return proposal


def _open(by: Viewer, space: Space, person: User) -> Proposal:
    """The open one about this person. One that lapsed gives way."""
    found = Proposal.objects.filter(space=space, person=person, state=ProposalState.OPEN)
    found.exclude(pk__in=Proposal.objects.open().values("pk")).update(state=ProposalState.DROPPED)
    facts = {"space": space, "person": person, "state": ProposalState.OPEN}
    proposal, is_new = Proposal.objects.get_or_create(**facts, defaults={"proposer_id": by.person_id or 0})
    if is_new:
        for role in voters_in(space).exclude(person_id=by.person_id).select_related("person"):
            if can_see(viewer_of(role.person), proposal):
                tell(person=role.person, kind=PROPOSED, ref=proposal.public_id, key=f"direct.proposed:{proposal.pk}")
    return proposal


def agree(*, by: Viewer, proposal: Proposal) -> None:
    """Say yes. Twice is once. The last one's yes asks the person."""
    require(can_vote(by, proposal))
    with transaction.atomic():
        hold(proposal.space)
        if Proposal.objects.open().filter(pk=proposal.pk).exists():
            Vote.objects.get_or_create(proposal=proposal, person_id=by.person_id)
            settle(proposal)


def disagree(*, by: Viewer, proposal: Proposal) -> None:
    """Say no: nobody is added. The others are not told whose no it was."""
    require(can_vote(by, proposal))
    with transaction.atomic():
        hold(proposal.space)
        Proposal.objects.open().filter(pk=proposal.pk).update(state=ProposalState.DROPPED)


def settle(proposal: Proposal) -> None:
    """Ask the person, once everybody who is in the conversation has said yes. Under the space's lock: of two last
    yeses at once the second finds the first."""
    if voters_in(proposal.space).exclude(person__in=proposal.votes.values("person")).exists():
        return
    Proposal.objects.filter(pk=proposal.pk).update(state=ProposalState.AGREED)
    if present_in(proposal.space).filter(person=proposal.person).exists():
        return
    facts = {"asker": proposal.proposer, "name": proposal.person.name, "key": uuid4()}
    Invitation.objects.past().filter(space=proposal.space, person=proposal.person).delete()
    invitation, is_new = Invitation.objects.unanswered().get_or_create(
        space=proposal.space, person=proposal.person, defaults=facts
    )
    if is_new:
        pass_on.later(invitation.pk)
