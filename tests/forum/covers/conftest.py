import pytest

from network.directory.actions.profile import ensure_profile
from network.directory.models import Profile
from network.people.models import RoleKind
from tests.cast import Someone
from tests.factories.forum import make_thread
from tests.factories.network import make_person


@pytest.fixture
def thread(ada, lounge):
    return make_thread(ada.viewer, lounge, title="Unkind title words")


@pytest.fixture
def leo(db):
    return Someone(make_person("Leo Marsh", roles=((RoleKind.MODERATOR, ""), (RoleKind.ALLY, ""))))


@pytest.fixture
def profile(ada):
    ensure_profile(person=ada.person)
    said = {"about": "Unkind about words", "about_to": "members", "contact": "canary-contact", "contact_to": "nobody"}
    Profile.objects.filter(person=ada.person).update(is_listed=True, listed_to="members", **said)
    return Profile.objects.get(person=ada.person)
