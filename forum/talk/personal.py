from forum.talk.models import Message, Reading, Report, Thread
from network.records.data_map import personal

WORDS = {
    "basis": "contract: membership; what one says of oneself is one's own choice to publish to that audience",
    "seen_by": "the space's audience, less those the author hides from",
}
FIELDS = [
    *personal(
        Thread,
        "public_id space author title key opened_at is_pinned closed_at",
        purpose="talking to one another",
        keep="while the network lasts, or until the author takes it back",
        export="one's own titles and times",
        erase="author removed, or deleted, as the person chooses",
        **WORDS,
    ),
    *personal(
        Message,
        "public_id space thread author reply_to body html key number version said_at edited_at deleted_at hidden_at",
        purpose="talking to one another",
        keep="while the network lasts, or until the author takes it back; deleted words are erased at once",
        export="one's own words and times",
        erase="author removed, or deleted, as the person chooses",
        **WORDS,
    ),
    *personal(
        Reading,
        "person thread position",
        purpose="finding where one left off",
        basis="contract: membership",
        seen_by="the person",
        keep="with the account",
        export="all",
        erase="deleted",
    ),
    *personal(
        Report,
        "public_id message reporter reason words reported_body key reported_at state "
        "decided_by decided_at decision_reason",
        purpose="keeping the rooms safe",
        basis="legal obligation: Online Safety Act; legitimate interest",
        seen_by="moderators, never those it is about; the reporter's name is shown to nobody",
        keep="24 months after the decision",
        export="one's own reports, without the decision's names",
        erase="reporter removed; the record of the decision stays until its time",
    ),
]
