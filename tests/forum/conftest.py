import pytest

from network.access.audience import ALUMNI
from network.people.actions.shield import raise_shield
from network.people.models import ShieldLevel
from tests.factories.forum import make_space, make_thread


@pytest.fixture
def lounge(db):
    """A space of all members."""
    return make_space("The open room")


@pytest.fixture
def alumni_room(db):
    return make_space("Stepping up", ALUMNI)


@pytest.fixture
def topic(ada, lounge):
    """A thread of Ada's in the lounge."""
    return make_thread(ada.viewer, lounge, title="First weeks", body="How was it?")


@pytest.fixture
def hides():
    """`hides(ada, maya)`: Maya sees nothing of Ada any more."""

    def hide(author, viewer):
        raise_shield(person=author.person, level=ShieldLevel.EVERYWHERE, other=viewer.person)

    return hide
