"""Raising and lowering the shield."""

from django.db import transaction

from network.people.models import Affiliation, Organisation, Shield, ShieldLevel, User
from network.people.signals import access_changed


def raise_shield(
    *, person: User, level: str = ShieldLevel.LISTS, organisation: Organisation | None = None, other: User | None = None
) -> Shield:
    """Hide from an organisation or a person, at a level. Raised again, it takes the new level.

    Raises ValueError unless exactly one of `organisation` and `other` is given, or when somebody would hide from
    themselves.
    """
    if (organisation is None) == (other is None) or other == person:
        raise ValueError("a shield is towards one organisation or one other person")
    with transaction.atomic():
        shield, _ = Shield.objects.update_or_create(
            person=person, organisation=organisation, other=other, defaults={"level": level}
        )
        _announce_to_those_covered(organisation, other)
    return shield


def lower_shield(*, shield: Shield) -> None:
    """Be seen again."""
    with transaction.atomic():
        organisation, other = shield.organisation, shield.other
        shield.delete()
        _announce_to_those_covered(organisation, other)


def _announce_to_those_covered(organisation: Organisation | None, other: User | None) -> None:
    """The sight of the people shielded from changes, not that of the one who hides."""
    if other is not None:
        covered = [other.pk]
    else:
        covered = list(
            Affiliation.objects.filter(organisation=organisation).felt_by_shields().values_list("person_id", flat=True)
        )

    def announce() -> None:
        for person_id in covered:
            access_changed.send_robust(User, person_id=person_id)

    transaction.on_commit(announce, robust=True)
