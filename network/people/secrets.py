"""The key ring for what must be stored encrypted."""

import hashlib
from base64 import urlsafe_b64encode

from django.conf import settings


def field_keys() -> list[bytes]:
    """Fernet keys, the writing one first. Without keys of their own (development) one is derived from SECRET_KEY."""
    if settings.FIELD_KEYS:
        return [key.encode() for key in settings.FIELD_KEYS]
    derived = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"bali.fields").digest()
    return [urlsafe_b64encode(derived)]
