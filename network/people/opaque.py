"""Identifiers that tell nothing: not how many there are, not which came first."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 12


def new_public_id() -> str:
    """Twelve characters, about 59 bits: safe to stand in an address that a proxy logs."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
