from forum.covers.models import Cover
from network.records.data_map import personal

FIELDS = [
    *personal(
        Cover,
        "public_id matter thread profile part words owner reason is_pending covered_by covered_at lifted_at "
        "is_superseded",
        purpose="keeping titles and profiles safe to read",
        basis="legal obligation: Online Safety Act; legitimate interest",
        seen_by="whoever wrote the words, without the moderator's name",
        keep="while it stands, then 24 months, with what it came of",
        export="one's own words, the reason and the times",
        erase="those of a profile with it; people removed",
    ),
]
