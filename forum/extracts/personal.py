from forum.extracts.models import Excerpt, Widening
from network.records.data_map import personal

SAFE = {
    "purpose": "keeping private conversations safe while nobody reads them by office",
    "basis": "legal obligation: Online Safety Act; legitimate interest",
    "keep": "24 months after the decision and the end of all it led to",
}
FIELDS = [
    *personal(
        Excerpt,
        "matter about message author body said_at number",
        seen_by="moderators who see the report, never those it is about; who chose it is shown to nobody",
        export="one's own words",
        erase="author removed; the record of the decision stays until its time",
        **SAFE,
    ),
    *personal(
        Widening,
        "public_id matter about state reason words untold_because asked_by is_asked_by_owner asked_at decided_by "
        "decided_at ends_at told_at",
        seen_by="moderators and owners who see the report; those in the conversation, without names and words, once "
        "they may be told",
        export="what was opened of one's own conversations: reason, roles and times",
        erase="staff removed; the record stays until its time",
        **SAFE,
    ),
]
