"""Opaque cursors: where a reader stands in a space, in a word that tells nothing.

The space's number would tell a reader how much they do not see: a gap is a shielded author. So a cursor is the number
encrypted, deterministically, under a key of the server's, bound to the space and to what this group of viewers sees.
Equal positions give equal words, so a chain can be compared; no word can be ordered, subtracted or used elsewhere.
"""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings

LENGTH = 32


class BadCursor(ValueError):
    """A word that is no cursor of this space and sight: foreign, forged, or from before the sight changed."""


@lru_cache(maxsize=4)
def _cipher(secret: str) -> AESSIV:
    return AESSIV(hashlib.blake2b(secret.encode(), person=b"bali.cursor", digest_size=64).digest())


def _bound_to(space_id: int, sight: frozenset[int]) -> list[bytes]:
    return [str(space_id).encode(), ",".join(map(str, sorted(sight))).encode()]


def seal(space_id: int, sight: frozenset[int], version: int) -> str:
    """The cursor of a position. `sight` is the set of people hidden everywhere from the reader."""
    sealed = _cipher(settings.SECRET_KEY).encrypt(version.to_bytes(8, "big"), _bound_to(space_id, sight))
    return urlsafe_b64encode(sealed).decode()


def unseal(space_id: int, sight: frozenset[int], cursor: str) -> int:
    """The position of a cursor. Raises BadCursor."""
    try:
        if len(cursor) != LENGTH:
            raise BadCursor
        opened = _cipher(settings.SECRET_KEY).decrypt(urlsafe_b64decode(cursor), _bound_to(space_id, sight))
        return int.from_bytes(opened, "big")
    except (InvalidTag, ValueError) as error:
        raise BadCursor from error
