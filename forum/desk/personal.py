from forum.desk.models import Appeal, Case, Report, Summary
from network.records.data_map import personal

WORDS = {
    "purpose": "keeping the rooms safe",
    "basis": "legal obligation: Online Safety Act; legitimate interest",
    "keep": "24 months after the decision and the end of all it led to",
}
FIELDS = [
    *personal(
        Case,
        "public_id message state opened_at due_at escalated_at is_for_lead claimed_by claimed_at taken_key offered_to "
        "offered_at decided_by decided_at decision_reason rule pause measure",
        seen_by="moderators, never those it is about; the author is told in words of their own",
        export="decisions about one's own messages, without names",
        erase="moderators removed; the record of the decision stays until its time",
        **WORDS,
    ),
    *personal(
        Report,
        "public_id case message reporter reason is_about_workplace words reported_body key reported_at",
        seen_by="moderators, never those it is about; the reporter's name is shown to nobody",
        export="one's own reports, without the decision's names",
        erase="reporter removed; the record of the decision stays until its time",
        **WORDS,
    ),
    *personal(
        Appeal,
        "public_id case words key asked_at state decided_by decided_at reason",
        seen_by="moderators who neither decided nor reported it; the author is told the outcome alone",
        export="one's own appeals with their outcome, without names",
        erase="moderators removed; the record of the decision stays until its time",
        **WORDS,
    ),
    *personal(
        Summary,
        "thread author body html written_at",
        purpose="telling what came out of a closed thread",
        basis="contract: membership",
        seen_by="the space's audience, less those the author hides from",
        keep="while the network lasts, or until whoever wrote it takes it away",
        export="one's own words and times",
        erase="author removed, or deleted, as the person chooses",
    ),
]
