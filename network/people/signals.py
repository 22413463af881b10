"""Facts about people, announced after commit (access_changed) or inside it (letter_written, staff_acted)."""

from django.dispatch import Signal

# A right came or went: kwargs person_id. Rooms above look again at whatever they hold open for that person.
access_changed = Signal()

# An account letter must go out: kwargs address, subject, text, html, person_id (None: nobody has that address).
# Sent inside the caller's transaction, so that the room that keeps letters stores it with the change it speaks of.
letter_written = Signal()

# Somebody used their office: kwargs by_id, verb, about_id (None: nobody in particular), reason. Sent inside the
# transaction of the deed, so that the room that keeps the log stores the line with it, or neither stands.
staff_acted = Signal()
