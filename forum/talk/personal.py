from forum.talk.models import Bookmark, Draft, EarlierWords, Following, Message, Reading, Thread
from network.records.data_map import personal

WORDS = {
    "basis": "contract: membership; what one says of oneself is one's own choice to publish to that audience",
    "seen_by": "the space's audience, less those the author hides from",
}
FIELDS = [
    *personal(
        Following,
        "person thread level",
        purpose="telling members what is new where they want to know it",
        basis="contract: membership",
        seen_by="the person",
        keep="with the account",
        export="all",
        erase="deleted",
    ),
    *personal(
        Thread,
        "public_id space author title key opened_at is_pinned is_open_to_allies closed_at closed_by",
        purpose="talking to one another",
        keep="while the network lasts, or until the author takes it back",
        export="one's own titles and times",
        erase="author removed, or deleted, as the person chooses",
        **WORDS,
    ),
    *personal(
        Message,
        "public_id space thread author reply_to body html key number version said_at edited_at deleted_at "
        "hidden_at hidden_reason",
        purpose="talking to one another",
        keep="while the network lasts, or until the author takes it back; deleted words are erased at once",
        export="one's own words and times",
        erase="author removed, or deleted, as the person chooses",
        **WORDS,
    ),
    *personal(
        Bookmark,
        "person message saved_at",
        purpose="finding a message again",
        basis="contract: membership",
        seen_by="the person",
        keep="with the account",
        export="one's own times and the addresses of the messages",
        erase="deleted",
    ),
    *personal(
        Draft,
        "person thread body updated_at",
        purpose="going on with a message later, on any device",
        basis="contract: membership",
        seen_by="the person",
        keep="until it is sent or emptied, or with the account",
        export="all",
        erase="deleted",
    ),
    *personal(
        EarlierWords,
        "message body html replaced_at",
        purpose="an edit that can be looked up by its author, and by moderators where it is reported",
        basis="contract: membership; legitimate interest: reported words are not edited away",
        seen_by="the author; moderators with a report of the message they may decide",
        keep="with the message; erased at once when its author deletes it",
        export="one's own earlier words and times",
        erase="deleted",
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
]
