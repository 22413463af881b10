"""Who is behind a pen, in words that only this server's keys can read.

A seal holds two: the person, encrypted and bound to the thread, and a mark, the same for one person in one thread and
never the same in two. With the database alone neither leads to anybody, nor from one thread to another.
"""

import os
from hashlib import blake2b
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE = 12


class CannotOpen(Exception):
    """No key of the ring reads this seal: it was written under a lost one, or belongs elsewhere."""


def ring() -> list[bytes]:
    """The keys, the writing one first, made from SEAL_KEYS whatever their form: a key is any long random text.

    Without keys of their own (development) one is made from SECRET_KEY.
    """
    return [_derived(text, b"bali.seals") for text in settings.SEAL_KEYS or [settings.SECRET_KEY]]


def close_seal(person_id: int, thread_id: int) -> bytes:
    """The person, readable with the keys alone, and for this thread alone. Never the same twice, always as long."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(ring()[0]).encrypt(nonce, person_id.to_bytes(8, "big"), _bound_to(thread_id))


def read_seal(ciphertext: bytes | memoryview, thread_id: int) -> int:
    """The person. Raises CannotOpen."""
    kept = bytes(ciphertext)
    for key in ring():
        try:
            opened = AESGCM(key).decrypt(kept[:NONCE], kept[NONCE:], _bound_to(thread_id))
            return int.from_bytes(opened, "big")
        except InvalidTag:
            continue
    raise CannotOpen


def marks_of(person_id: int | None, thread_id: int) -> list[str]:
    """What somebody's seal in a thread is found by, under each key of the ring, the writing one first."""
    words = f"{thread_id}:{person_id}".encode()
    return [blake2b(words, key=key, person=b"bali.mark", digest_size=32).hexdigest() for key in ring()]


def key_of(person_id: int | None, thread_id: int, key: UUID) -> UUID:
    """The once-only key a message is stored with: the form's own may stand with a name in another row."""
    words = f"{thread_id}:{person_id}:{key}".encode()
    return UUID(bytes=blake2b(words, key=ring()[0], person=b"bali.once", digest_size=16).digest())


def pace_of(person_id: int | None, where: str) -> str:
    """Under what the pace of somebody's pens is counted, which is in the cache, for moments, and nowhere else."""
    return blake2b(f"{where}:{person_id}".encode(), key=ring()[0], person=b"bali.pace", digest_size=16).hexdigest()


def _derived(text: str, purpose: bytes) -> bytes:
    return blake2b(text.encode(), digest_size=32, person=purpose).digest()


def _bound_to(thread_id: int) -> bytes:
    return f"thread:{thread_id}".encode()
