from forum.direct.models import Invitation, Proposal, Reachability, Vote
from network.records.data_map import personal

FIELDS = [
    *personal(
        Invitation,
        "public_id asker person name space words key state is_passed_on asked_at answered_at",
        purpose="talking in private with somebody who agrees to it",
        basis="contract: membership; consent of the one who is asked",
        seen_by="the one who asked: that they did; the one it was passed on to: who asks, and their line",
        keep="30 days, or with the conversation",
        export="one's own lines and times; of others who asked, as one saw them",
        erase="deleted with the one who asked; of the one asked, the name in the asker's words stays 30 days",
    ),
    *personal(
        Proposal,
        "public_id space proposer person state opened_at",
        purpose="adding somebody to a private conversation where everybody in it agrees",
        basis="contract: membership",
        seen_by="those in the conversation from whom neither of the two hides",
        keep="with the conversation",
        export="one's own",
        erase="deleted",
    ),
    *personal(
        Vote,
        "proposal person said_at",
        purpose="adding nobody to a private conversation against somebody's will",
        basis="contract: membership",
        seen_by="nobody",
        keep="with the conversation",
        export="one's own",
        erase="deleted",
    ),
    *personal(
        Reachability,
        "person asked_by",
        purpose="being asked by nobody one does not want to be asked by",
        basis="contract: membership",
        seen_by="the person",
        keep="with the account",
        export="all",
        erase="deleted",
    ),
]
