"""Not reading somebody any more, and reading them again. Neither changes a right, so nothing is announced."""

from network.people.models import Mute, User


def raise_mute(*, person_id: int, other: User) -> None:
    """Mute, unless this person has already. One query, even where two tabs do it at once."""
    if person_id == other.pk:
        raise ValueError("nobody mutes themselves")
    Mute.objects.bulk_create([Mute(person_id=person_id, other=other)], ignore_conflicts=True)


def lift_mute(*, person_id: int, other: User) -> None:
    """Undo it."""
    Mute.objects.filter(person_id=person_id, other=other).delete()
