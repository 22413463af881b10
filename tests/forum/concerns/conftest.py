from uuid import uuid4

import pytest

from forum.concerns.actions.concern import Told, report_place, report_subject
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from tests.factories.forum import make_thread
from tests.factories.network import make_authority, make_person


@pytest.fixture
def leo(db):
    """A second moderator, who works elsewhere."""
    roles = ((RoleKind.ALLY, ""), (RoleKind.MODERATOR, ""))
    return viewer_of(make_person("Leo Marsh", roles=roles, employer=make_authority("Elsewhere")))


@pytest.fixture
def lead(db):
    """The network lead."""
    return viewer_of(make_person("Kemi Ojo", roles=((RoleKind.OWNER, ""),)))


@pytest.fixture
def concern_about():
    """`concern_about(ada, by=bola)`: a thread of Ada's, reported by Bola."""

    def report(author, *, by, category="other", at_work=False, thread=None):
        thread = thread or make_thread(author.viewer, title="Words in a title")
        told = Told(category, "Please look", at_work)
        return report_subject(by=by.viewer, kind="thread", ref=thread.public_id, told=told, key=uuid4())

    return report


@pytest.fixture
def sent():
    """`sent(answer_to="...")`: what somebody without an account sent."""

    def send(*, answer_to="", category="other", key=None, is_mailed=True):
        told = Told(category, "It is wrong")
        facts = {"answer_to": answer_to, "key": key or uuid4(), "is_mailed": is_mailed}
        return report_place(place="The front page", told=told, **facts)

    return send
