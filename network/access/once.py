"""Once-only keys: a repeat, a double click or a retry after a crash has one effect and gets the same answer."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError


def new_key() -> UUID:
    """A fresh key for a form about to be shown."""
    return uuid4()


class OnceKeyField(forms.UUIDField):
    """The hidden field that carries the key. A form that lost its key gets a new one rather than an error."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.HiddenInput)
        options.setdefault("initial", new_key)
        options.setdefault("required", False)
        super().__init__(**options)

    def clean(self, value: Any) -> UUID:
        return super().clean(value) or new_key()


def key_in(posted: str | None) -> UUID:
    """The key a form without other fields came with; a fresh one where it has none, or none that can be read."""
    try:
        return OnceKeyField().clean(posted or "")
    except ValidationError:
        return new_key()
