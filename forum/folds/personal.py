from forum.folds.models import Fold
from network.records.data_map import personal

FIELDS = [
    *personal(
        Fold,
        "person message",
        purpose="not reading a message any more",
        basis="contract: membership",
        seen_by="the person, alone",
        keep="with the account",
        export="all",
        erase="deleted",
    ),
]
