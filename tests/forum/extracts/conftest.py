from uuid import uuid4

import pytest

from forum.desk.actions.report import report_message
from forum.extracts.actions.widening import Why, ask_widening, open_widening
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from tests.cast import Someone
from tests.factories.direct import make_conversation
from tests.factories.forum import say
from tests.factories.network import make_person

WHY = {"reason": "abuse", "words": "The one message does not show it."}


@pytest.fixture
def talk(ada, bola):
    """Ada and Bola, alone."""
    return make_conversation(bola.person, ada.person)


@pytest.fixture
def said(talk, bola):
    """Thirty messages, each with a word of its own."""
    return [say(bola.viewer, talk, f"canary{number:02}x") for number in range(30)]


@pytest.fixture
def report(ada):
    """Ada reports a message of Bola's, and chooses what may be read beside it."""

    def report(message, *beside, reason="harassment"):
        chosen = [one.public_id for one in beside]
        return report_message(by=ada.viewer, message=message, reason=reason, words="", key=uuid4(), beside=chosen).case

    return report


@pytest.fixture
def owner(db):
    return viewer_of(make_person("Olu Keeper", roles=((RoleKind.OWNER, ""),)))


@pytest.fixture
def moderator(db):
    return viewer_of(make_person("Leo Marsh", roles=((RoleKind.MODERATOR, ""),)))


@pytest.fixture
def case(said, report):
    return report(said[25])


@pytest.fixture
def leader(db):
    return Someone(make_person("Olu Keeper", roles=((RoleKind.OWNER, ""),)))


@pytest.fixture
def opened(case, dina, leader):
    asked = ask_widening(by=dina.viewer, matter=case, about=case.message, why=Why(**WHY))
    return open_widening(by=leader.viewer, widening=asked)


def canaries(page):
    """Which of the thirty a page shows."""
    return {number for number in range(30) if f"canary{number:02}x" in page}
