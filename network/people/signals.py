"""Facts about people, announced after commit (access_changed) or inside it (letter_written)."""

from django.dispatch import Signal

# A right came or went: kwargs person_id. Rooms above look again at whatever they hold open for that person.
access_changed = Signal()

# An account letter must go out: kwargs address, subject, text, html, person_id (None: nobody has that address).
# Sent inside the caller's transaction, so that the room that keeps letters stores it with the change it speaks of.
letter_written = Signal()
