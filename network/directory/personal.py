from network.directory.models import FIELDS_WITH_AUDIENCE, Profile
from network.records.data_map import personal

AUDIENCES = [f"{name}_to" for name in FIELDS_WITH_AUDIENCE]
FIELDS = personal(
    Profile,
    " ".join(["public_id person is_listed listed_to", *FIELDS_WITH_AUDIENCE, *AUDIENCES]),
    purpose="members finding one another",
    basis="explicit consent, field by field; membership reveals ethnic origin",
    seen_by="whom the person chose for each field, less those they hide from",
    keep="with the account",
    export="all",
    erase="deleted",
)
