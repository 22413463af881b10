"""One click in a mail programme ends a class of mail (RFC 8058): a signed word that tells whose, and which."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from network.notices.digest import DIGEST
from network.people.models import User

SALT = "bali.notices.unsubscribe"


class ForgedWord(ValueError):
    """A word that we did not sign."""


def word_for(person: User, kind: str) -> str:
    """Valid as long as the account is: who leaves a letter unopened for a year may still end them."""
    return signing.dumps([person.public_id, kind], salt=SALT)


def read_word(word: str) -> tuple[str, str]:
    """Whose, and which. Raises ForgedWord."""
    try:
        person, kind = signing.loads(word, salt=SALT)
    except (signing.BadSignature, ValueError) as error:
        raise ForgedWord from error
    return person, kind


def address_for(person: User, kind: str) -> str:
    """The address that asks first when it is visited, and acts when it is posted to."""
    return f"{settings.BASE_URL.rstrip('/')}{reverse('unsubscribe', args=[word_for(person, kind)])}"


def headers_for(person: User, kind: str) -> dict[str, str]:
    """What lets a mail programme offer it."""
    return {
        "List-Unsubscribe": f"<{address_for(person, kind)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def covers(kind: str) -> str:
    """What ends, in words for the page."""
    return "digests" if kind == DIGEST else "mails of this kind"
