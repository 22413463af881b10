from forum.spaces.models import HoldOrder, Pause, Watchword
from network.records.data_map import personal

FIELDS = [
    *personal(
        Pause,
        "person begun_at ends_at lifted_at reason paused_by",
        purpose="keeping the rooms safe",
        basis="legal obligation: Online Safety Act; legitimate interest",
        seen_by="the person, without names; moderators",
        keep="24 months after it ended, with what it came of",
        export="the times and the reason, without names",
        erase="deleted",
    ),
    *personal(
        HoldOrder,
        "person begun_at ends_at posts_left lifted_at reason ordered_by",
        purpose="keeping the rooms safe",
        basis="legal obligation: Online Safety Act; legitimate interest",
        seen_by="moderators; the person sees that their messages wait",
        keep="24 months after it ended",
        export="the times and the reason, without names",
        erase="deleted",
    ),
    *personal(
        Watchword,
        "kind text added_by added_at",
        purpose="keeping the rooms safe",
        basis="legal obligation: Online Safety Act; legitimate interest",
        seen_by="moderators",
        keep="as long as it is watched for",
        export="nothing: the words are about nobody",
        erase="whoever added it removed",
    ),
]
