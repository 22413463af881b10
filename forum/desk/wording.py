"""The first draft of what an author is told. A moderator reads and changes it before it goes."""

from django.utils import timezone

from forum.desk.models import ReportReason
from forum.talk.models import Message

BECAUSE = {
    ReportReason.RACISM: "it can be read as an attack on people for who they are",
    ReportReason.HARASSMENT: "it can hurt somebody here",
    ReportReason.SEXUAL: "it is sexual, and nobody asked for that here",
    ReportReason.IDENTIFIES: "it could identify somebody who is not in the room",
    ReportReason.WORKPLACE: "it says more about a workplace than belongs here",
    ReportReason.WELFARE: "we would like to speak with you first",
    ReportReason.SAFEGUARDING: "somebody may be at risk",
    ReportReason.SPAM: "the network is no place for advertising",
    ReportReason.OTHER: "it does not fit our house rules",
}


def first_draft(message: Message, reason: str) -> str:
    """A greeting, what was done, why, and what they can do."""
    at = timezone.localtime(message.said_at)
    because = BECAUSE[ReportReason(reason)]
    name = message.pen_name or message.author_name.split()[0]
    return (
        f"Hello {name}. We have hidden your message of {at:%H:%M} because {because}. "
        "Please post it again without that; the point may be worth making."
    )
