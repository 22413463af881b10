from network.membership.models.claim import Claim, RosterEntry
from network.membership.models.request import AllyRequest, RequestState
from network.membership.models.pledge import Pledge, PledgeState, PledgeVerb
from network.membership.models.rules import Agreement, HouseRules

__all__ = [
    "Agreement",
    "AllyRequest",
    "Claim",
    "HouseRules",
    "Pledge",
    "PledgeState",
    "PledgeVerb",
    "RequestState",
    "RosterEntry",
]
