"""The key ring for what must be stored encrypted."""

import hashlib
from base64 import urlsafe_b64encode

from django.conf import settings


def field_keys() -> list[bytes]:
    """Fernet keys, the writing one first, made from FIELD_KEYS whatever their form: a key is any long random text.

    Without keys of their own (development) one is made from SECRET_KEY.
    """
    return [_fernet_key(text) for text in settings.FIELD_KEYS or [settings.SECRET_KEY]]


def _fernet_key(text: str) -> bytes:
    return urlsafe_b64encode(hashlib.blake2b(text.encode(), digest_size=32, person=b"bali.fields").digest())
