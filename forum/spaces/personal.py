from forum.spaces.models import Pause
from network.records.data_map import personal

FIELDS = [
    *personal(
        Pause,
        "person begun_at ends_at lifted_at reason paused_by",
        purpose="keeping the rooms safe",
        basis="legal obligation: Online Safety Act; legitimate interest",
        seen_by="the person, without names; moderators",
        keep="24 months after it ended",
        export="the times and the reason, without names",
        erase="deleted",
    ),
]
