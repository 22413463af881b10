from forum.desk.models import Report
from network.records.data_map import personal

FIELDS = [
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
