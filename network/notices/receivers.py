"""Account letters: sign-in codes and security mail, written by people's room and kept here like every other."""

from typing import Any
from uuid import uuid4

from django.db import transaction

from network.notices.jobs import send_letter
from network.notices.models import Letter

ACCOUNT = "people.account"


def keep_account_letter(
    *, address: str, subject: str, text: str, html: str = "", person_id: int | None = None, **_: Any
) -> None:
    """Store the letter and its job. An address that nobody has gets an equal row, so that both take equally long."""
    with transaction.atomic():
        letter = Letter.objects.create(
            person_id=person_id,
            kind=ACCOUNT,
            key=f"account:{uuid4()}",
            address=address,
            subject=subject,
            text=text,
            html=html,
        )
        send_letter.later(letter.pk)
