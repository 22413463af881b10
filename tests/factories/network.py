"""More people than the cast: for long lists, crowds and chance."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from network.people.actions.affiliation import affiliate
from network.people.actions.role import grant_role
from network.people.models import Organisation, OrganisationKind, RoleKind, User

_numbers = count(1)


def make_authority(name: str = "") -> Organisation:
    """An authority of this name; a new one where none is given."""
    name = name or f"Borough of Crowd {next(_numbers)}"
    return Organisation.objects.get_or_create(name=name, defaults={"kind": OrganisationKind.AUTHORITY})[0]


def make_person(name: str = "", *, roles: tuple = ((RoleKind.ALLY, ""),), employer: Organisation | None = None) -> User:
    """Somebody with these roles for a month, an ally unless said otherwise. Cannot sign in: give a password where that
    matters."""
    number = next(_numbers)
    person = User.objects.create_user(email=f"person{number}@crowd.example", name=name or f"Person {number}")
    if employer:
        affiliate(person=person, organisation=employer)
    for kind, scope in roles:
        grant_role(person=person, kind=kind, scope=scope, by=None, starts_at=timezone.now() - timedelta(days=30))
    return person


def make_people(how_many: int, **facts) -> list[User]:
    """A crowd."""
    return [make_person(**facts) for _ in range(how_many)]
