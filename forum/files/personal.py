from forum.files.models import Upload
from network.records.data_map import personal

FIELDS = [
    *personal(
        Upload,
        "public_id owner kind name media_type size width height alt is_decorative key full small uploaded_at erased_at",
        purpose="showing one another pictures and papers",
        basis="contract: membership; what one shows is one's own choice to publish to that audience",
        seen_by="the person; once under a message, whoever sees the message; moderators with a report of it",
        keep="24 hours without a message, else with the last message that shows it; bytes are erased with it",
        export="one's own files, their names, descriptions and times",
        erase="owner removed, or deleted with the messages, as the person chooses; unposted ones are deleted",
    ),
]
