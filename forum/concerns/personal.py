from forum.concerns.models import Concern, Duty, Measure
from network.records.data_map import personal

FIELDS = [
    *personal(
        Concern,
        "public_id opened_at due_at escalated_at is_for_lead claimed_by claimed_at taken_key offered_to offered_at "
        "decided_by decided_at decision_reason kind ref scope about extract parts place category is_about_workplace "
        "words reporter kept_from asked answer_to key state",
        purpose="keeping the network safe; complaints the law asks us to take",
        basis="legal obligation: Online Safety Act; legitimate interest",
        seen_by="moderators, never those it is about nor the reporter's colleagues; the reporter is named to nobody",
        keep="24 months after the decision and the end of all it led to; the address until the answer is written",
        export="one's own reports and their outcome, without names",
        erase="people removed; the record of the decision stays until its time",
    ),
    *personal(
        Duty,
        "person is_on spared changed_at",
        purpose="taking care of those who moderate",
        basis="legitimate interest",
        seen_by="what somebody is spared: themselves alone; whether they are on duty: owners",
        keep="while they moderate",
        export="one's own",
        erase="deleted with the person",
    ),
    *personal(
        Measure,
        "public_id matter kind person scope days words reason state proposed_by proposed_at seconded_by settled_at "
        "pause role owns_role",
        purpose="keeping the rooms safe",
        basis="legal obligation: Online Safety Act; legitimate interest",
        seen_by="moderators who may decide it; the person reads the words for them once it is in force",
        keep="24 months after it ended, with what it came of",
        export="what was done about oneself, and the words for it, without names",
        erase="deleted with the person; moderators removed",
    ),
]
