"""Two owners name the same person for the same space in one moment, for different terms."""

from contextlib import nullcontext
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from forum.oversight.actions import moderator as moderator_actions
from forum.oversight.actions.moderator import AlreadyModerates, Term, name_moderator
from network.access.viewer import viewer_of
from network.people.models import Role, RoleKind
from network.people.models.user import UserManager
from tests.factories.forum import make_space
from tests.factories.network import make_people
from tests.faults.meeting import meeting_of

OWNERS = 2


@pytest.fixture
def naming(bola, at_once):
    """Gives what each of them got."""
    space, person = make_space(), bola.person
    viewers = [viewer_of(one) for one in make_people(OWNERS, roles=((RoleKind.ALLY, ""), (RoleKind.OWNER, "")))]
    terms = [Term(ends_at=timezone.now() + timedelta(days=days)) for days in range(1, OWNERS + 1)]

    def name(viewer, term):
        return name_moderator(by=viewer, space=space, person=person, term=term, reason="Asked")

    def run():
        pairs = zip(viewers, terms, strict=True)
        return at_once([lambda viewer=viewer, term=term: name(viewer, term) for viewer, term in pairs])

    return run


def offices() -> int:
    return Role.objects.filter(kind=RoleKind.MODERATOR).count()


def test_one_of_them_does(naming):
    answers = naming()

    assert (len([one for one in answers if isinstance(one, AlreadyModerates)]), offices()) == (OWNERS - 1, 1)


def test_without_the_lock_there_are_two_terms(naming, monkeypatch):
    grant, meet = moderator_actions.grant_role, meeting_of(OWNERS)
    monkeypatch.setattr(UserManager, "select_for_update", lambda self, **options: self.all(), raising=False)
    monkeypatch.setattr(moderator_actions, "transaction", SimpleNamespace(atomic=nullcontext))
    monkeypatch.setattr(moderator_actions, "grant_role", lambda **facts: (meet(), grant(**facts))[1])

    naming()

    assert offices() == OWNERS
