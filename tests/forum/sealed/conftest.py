import pytest

from network.access.audience import ALUMNI
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from tests.factories.forum import make_space, make_thread
from tests.factories.network import make_person


@pytest.fixture
def quiet_room(db):
    """A space of the alumni that takes words without a name."""
    return make_space("Among ourselves", ALUMNI, takes_unnamed=True)


@pytest.fixture
def alumna(db):
    """`alumna("Chidi Eze")`: somebody else who reads with the alumni. Gives what they may claim."""

    def make(name="", *roles, **facts):
        return viewer_of(make_person(name, roles=((RoleKind.ALUMNA, "C07"), *roles), **facts))

    return make


@pytest.fixture
def chidi(alumna):
    return alumna("Chidi Eze")


@pytest.fixture
def talk(chidi, quiet_room):
    """A thread of Chidi's in the quiet room."""
    return make_thread(chidi, quiet_room, title="Acting up", body="How was it for you?")
