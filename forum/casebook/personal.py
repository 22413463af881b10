from forum.casebook.models import Note, Objection
from network.records.data_map import personal

WORDS = {
    "purpose": "keeping the rooms safe",
    "basis": "legal obligation: Online Safety Act; legitimate interest",
    "keep": "24 months after the decision and the end of all it led to",
}
FIELDS = [
    *personal(
        Objection,
        "public_id opened_at due_at escalated_at is_for_lead claimed_by claimed_at taken_key offered_to offered_at "
        "decided_by decided_at decision_reason person measure held decider scope words key state",
        seen_by="moderators who had no part in the decision; whose it is reads the outcome alone",
        export="one's own appeals with their outcome, without names",
        erase="deleted with the person; moderators removed",
        **WORDS,
    ),
    *personal(
        Note,
        "noun ref author body key written_at",
        seen_by="moderators who may decide the matter it is about, never whom that is about nor who reported it",
        export="what one wrote oneself; of what was decided the decision and its rule: notes speak of others too",
        erase="moderators removed; the note stays with the record of the decision until its time",
        **WORDS,
    ),
]
