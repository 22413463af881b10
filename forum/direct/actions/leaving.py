"""Leaving a conversation."""

from django.db import transaction

from forum.direct.actions.proposal import settle
from forum.direct.conversation import end_if_alone, hold
from forum.direct.models import Invitation, InvitationState, Proposal, ProposalState
from forum.direct.participants import present_in
from forum.direct.rules import can_leave
from forum.talk.models import Thread
from network.access.viewer import Viewer
from network.access.visible import require
from network.people.actions.role import end_role


def leave_conversation(*, by: Viewer, thread: Thread) -> None:
    """Read and hear no more of it, from this moment. What one said stays until one takes it back.

    Where one is left, it has ended. What the leaver had proposed goes with them; what waited for their yes alone goes
    on without it.
    """
    require(can_leave(by, thread))
    with transaction.atomic():
        space = hold(thread.space)
        for role in present_in(space).filter(person_id=by.person_id):
            end_role(role=role, by=None)
        asked = Invitation.objects.unanswered().filter(space=space, asker_id=by.person_id)
        asked.update(state=InvitationState.WITHDRAWN)
        proposals = Proposal.objects.open().filter(space=space)
        proposals.filter(proposer_id=by.person_id).update(state=ProposalState.DROPPED)
        end_if_alone(space)
        for proposal in proposals.select_related("space", "proposer", "person"):
            settle(proposal)
