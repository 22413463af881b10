import pytest

from network.people.models import RoleKind
from tests.cast import Someone
from tests.factories.network import make_authority, make_person


@pytest.fixture
def kemi(db):
    """An owner, an ally too, who works where nobody else of the cast does."""
    roles = ((RoleKind.ALLY, ""), (RoleKind.OWNER, ""))
    return Someone(make_person("Kemi Ojo", roles=roles, employer=make_authority("Elsewhere")))


@pytest.fixture
def leo(db):
    """A second moderator of the network."""
    roles = ((RoleKind.ALLY, ""), (RoleKind.MODERATOR, ""))
    return Someone(make_person("Leo Marsh", roles=roles, employer=make_authority("Further off")))
