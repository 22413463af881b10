"""The letters to people without an account. They say a reference and nothing of what it is about."""

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from forum.concerns.models import Concern, ConcernState, Measure

SUBJECT = "Your reference {reference}"
RECEIVED = """We have what you sent. Your reference is {reference}.

A moderator looks at it by {by_when} (UK time). You have an answer here within seven days.

If somebody is in danger now, call 999.
"""
DECIDED = """A moderator has looked at what you sent under the reference {reference}.

{came_of_it}

If you think that is wrong, send the form again as a complaint, and give this reference. Somebody else looks then.
"""
CAME_OF_IT = {
    ConcernState.ACTED: "We have done something about it. We do not say what, because it concerns other people too.",
    ConcernState.KEPT: "We have found nothing that we had to act on.",
}


SALT = "bali.concerns.appeal"


def address_to_appeal(measure: Measure) -> str:
    """Where somebody who can sign in no more appeals: whoever has the letter has the right. A visit changes nothing."""
    return f"{settings.BASE_URL.rstrip('/')}{reverse('appeal_by_letter', args=[word_for(measure)])}"


def word_for(measure: Measure) -> str:
    """Which measure, signed. It lasts as long as the appeal may."""
    return signing.dumps(measure.public_id, salt=SALT)


def read_word(word: str) -> str:
    """The measure's public id, or nothing where we did not sign that."""
    try:
        return str(signing.loads(word, salt=SALT))
    except signing.BadSignature:
        return ""


def in_words(concern: Concern) -> str:
    """Until when somebody looks."""
    due = timezone.localtime(concern.due_at)
    return f"{due:%H:%M} on {due.day} {due:%B %Y}"


def acknowledgement(concern: Concern) -> dict[str, str]:
    """Subject and text of the first letter."""
    text = RECEIVED.format(reference=concern.public_id, by_when=in_words(concern))
    return {"subject": SUBJECT.format(reference=concern.public_id), "text": text}


def outcome(concern: Concern) -> dict[str, str]:
    """Subject and text of the second."""
    came_of_it = CAME_OF_IT[ConcernState(concern.state)]
    text = DECIDED.format(reference=concern.public_id, came_of_it=came_of_it)
    return {"subject": SUBJECT.format(reference=concern.public_id), "text": text}
