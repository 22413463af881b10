"""Facts about talk, announced after commit."""

from django.dispatch import Signal

# Something in a space changed: kwargs space_id. No content: whoever hears it asks `changes.py` as themselves.
space_changed = Signal()
