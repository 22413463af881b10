from forum.sealed.models import Opening, PenMute, PenPause, Seal
from network.records.data_map import personal

SAFE = {
    "purpose": "keeping the rooms safe without knowing whom",
    "basis": "legal obligation: Online Safety Act; legitimate interest",
    "keep": "24 months after it ended",
}
FIELDS = [
    *personal(
        Seal,
        "thread pen_name mark ciphertext",
        purpose="speaking without one's name, and answering for it",
        basis="contract: membership; legitimate interest: others are safe from abuse",
        seen_by="the pen name: the space's audience. The person: nobody; two people together where a seal is opened",
        keep="with the thread",
        export="one's own words under pen names, for oneself alone (forum/sealed/own.py)",
        erase="the words as the person chooses, while the account is there to find them; afterwards the number in the "
        "seal leads to no account",
    ),
    *personal(
        PenMute,
        "person seal",
        purpose="not reading a pen name any more",
        basis="contract: membership",
        seen_by="the person",
        keep="with the account",
        export="all",
        erase="deleted",
    ),
    *personal(
        PenPause,
        "seal begun_at ends_at lifted_at reason paused_by",
        seen_by="whoever holds the pen, without names; moderators",
        export="the times of one's own pens",
        erase="moderator removed; the record stays until its time",
        **SAFE,
    ),
    *personal(
        Opening,
        "public_id seal state reason words untold_because asked_by is_asked_by_owner asked_at decided_by decided_at "
        "asker_looked_at decider_looked_at told_at",
        seen_by="moderators and owners; the author, without names, once they may be told",
        export="openings of one's own seals: reason, words, roles and times",
        erase="staff removed; the record stays until its time",
        **SAFE,
    ),
]
