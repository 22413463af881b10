"""Where somebody works. A beginning raises the shield towards colleagues that everybody has until they lower it."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from network.people.actions.role import announce
from network.people.models import Affiliation, Organisation, Shield, ShieldLevel, User


def affiliate(
    *,
    person: User,
    organisation: Organisation,
    role_title: str = "",
    job_level: int | None = None,
    started_on: date | None = None,
) -> Affiliation:
    """Record that somebody works there. Their lists-level shield towards that employer is on by default."""
    with transaction.atomic():
        affiliation = Affiliation.objects.create(
            person=person,
            organisation=organisation,
            role_title=role_title,
            job_level=job_level,
            started_on=started_on,
        )
        Shield.objects.get_or_create(
            person=person, organisation=organisation, other=None, defaults={"level": ShieldLevel.LISTS}
        )
        announce(person.pk)
    return affiliation


def end_affiliation(*, affiliation: Affiliation, ended_on: date | None = None) -> Affiliation:
    """They no longer work there. Shields raised towards the place stay until lowered."""
    with transaction.atomic():
        affiliation.ended_on = ended_on or timezone.localdate()
        affiliation.save(update_fields=["ended_on"])
        announce(affiliation.person_id)
    return affiliation
