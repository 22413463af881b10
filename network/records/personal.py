from network.records.data_map import personal
from network.records.models import StaffAction

FIELDS = personal(
    StaffAction,
    "by about_id verb reason change done_at",
    purpose="accountability for power over people",
    basis="legal obligation: accountability under UK GDPR",
    seen_by="owner",
    keep="24 months",
    export="lines about the person, without the name of staff",
    erase="kept until its time: proof of what was done",
)
