from network.membership.models.case import Case, RequestState
from network.membership.models.claim import Claim, RosterEntry
from network.membership.models.pledge import Pledge, PledgeState, PledgeVerb
from network.membership.models.request import AllyRequest
from network.membership.models.rules import Agreement, AgreementKind, HouseRules

__all__ = [
    "Agreement",
    "AgreementKind",
    "AllyRequest",
    "Case",
    "Claim",
    "HouseRules",
    "Pledge",
    "PledgeState",
    "PledgeVerb",
    "RequestState",
    "RosterEntry",
]
