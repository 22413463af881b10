"""Having nothing to do with somebody any more, and ending that."""

from django.db import transaction

from network.people.actions.role import announce
from network.people.models import Block, User


def raise_block(*, person: User, other: User) -> Block:
    """Keep the other away. Raised twice, it stands once. Raises ValueError for oneself."""
    if person == other:
        raise ValueError("nobody blocks themselves")
    with transaction.atomic():
        block, _ = Block.objects.get_or_create(person=person, other=other)
        _announce_to_both(person, other)
    return block


def lift_block(*, person: User, other: User) -> None:
    """Undo it. What the other did in the same way stands."""
    with transaction.atomic():
        Block.objects.filter(person=person, other=other).delete()
        _announce_to_both(person, other)


def _announce_to_both(person: User, other: User) -> None:
    """Both have other eyes from now on: neither hears of the other's typing."""
    announce(person.pk)
    announce(other.pk)
