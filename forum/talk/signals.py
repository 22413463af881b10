"""Facts about talk, announced after commit."""

from django.dispatch import Signal

# Something in a space changed: kwargs space_id. No content: whoever hears it asks `changes.py` as themselves.
space_changed = Signal()

# A thread stands in another space now: kwargs space_id, the one it left, and thread, its opaque id.
thread_moved = Signal()
