"""Writing to an address that is nobody's account."""

from django.db import transaction

from network.notices.jobs import send_letter
from network.notices.models import Letter

PLAIN = "notices.plain"


def write_to(*, address: str, subject: str, text: str, key: str) -> Letter:
    """A letter in the caller's transaction, for words that say nothing of anybody. The same key again does nothing."""
    with transaction.atomic():
        facts = {"kind": PLAIN, "address": address, "subject": subject, "text": text}
        letter, is_new = Letter.objects.get_or_create(key=key, defaults=facts)
        if is_new:
            send_letter.later(letter.pk)
    return letter
