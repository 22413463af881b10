from forum.direct.models.invitation import Invitation, InvitationState
from forum.direct.models.proposal import Proposal, ProposalState, Vote
from forum.direct.models.reachability import Reach, Reachability

__all__ = ["Invitation", "InvitationState", "Proposal", "ProposalState", "Reach", "Reachability", "Vote"]
