"""Saying that an office was used. The log of it is kept in a room above."""

from network.people.models import User
from network.people.signals import staff_acted


def note_staff_act(*, by: User | None, verb: str, about_id: int | None, reason: str = "") -> None:
    """State the fact inside the caller's transaction. What the system itself did (`by` None) is no use of an office."""
    if by is not None:
        staff_acted.send(User, by_id=by.pk, verb=verb, about_id=about_id, reason=reason)
