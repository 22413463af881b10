import pytest

from network.access.viewer import viewer_of
from network.people.models import RoleKind
from tests.factories.network import make_person
from tests.factories.sealed import seal_of, whisper


@pytest.fixture
def seal(ada, talk):
    return seal_of(whisper(ada.viewer, talk))


@pytest.fixture
def owner(db):
    return viewer_of(make_person("Olu Keeper", roles=((RoleKind.OWNER, ""),)))


@pytest.fixture
def moderator(db):
    return viewer_of(make_person("Leo Marsh", roles=((RoleKind.MODERATOR, ""),)))
