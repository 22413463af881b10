from network.membership.models import Agreement, AllyRequest, Claim, Pledge, RosterEntry
from network.records.data_map import personal

FIELDS = [
    *personal(
        AllyRequest,
        "public_id person organisation_text organisation role_title why "
        "key state asked_at question reply decided_at decision_reason",
        purpose="welcoming allies",
        basis="steps before a contract",
        seen_by="the person, programme managers",
        keep="12 months after a refusal, else with the account",
        export="all but the reason of a refusal",
        erase="deleted",
    ),
    *personal(
        RosterEntry,
        "name email cohort_code organisation person",
        purpose="knowing who completed the programme",
        basis="explicit consent given to the programme; it reveals ethnic origin",
        seen_by="programme managers",
        keep="while the network lasts, or until the person objects",
        export="all",
        erase="deleted",
    ),
    *personal(
        Claim,
        "public_id person cohort_text organisation_text key state asked_at question reply decided_at decision_reason",
        purpose="giving alumni their place",
        basis="explicit consent; it reveals ethnic origin",
        seen_by="the person, programme managers",
        keep="12 months after a refusal, else with the account",
        export="all but the reason of a refusal",
        erase="deleted",
    ),
    *personal(
        Pledge,
        "person verb action for_whom by_when how_known state made_at times_asked answered_at note",
        purpose="following up what allies promise",
        basis="contract: membership",
        seen_by="the person, programme managers; others only as rounded counts",
        keep="with the account",
        export="all",
        erase="deleted, or kept as a nameless count, as the person chooses",
    ),
    *personal(
        Agreement,
        "person kind version agreed_at",
        purpose="proof of consent",
        basis="legal obligation: accountability",
        seen_by="the person, owners",
        keep="6 years after the account closes",
        export="all",
        erase="kept until its time",
    ),
]
