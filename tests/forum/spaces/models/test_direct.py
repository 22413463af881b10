"""A space that is a private conversation is no room: nobody runs it, lists it or opens a second thread in it."""

import pytest

from forum.spaces.actions.space import open_space
from forum.spaces.actions.steward import name_steward
from forum.spaces.models import Space
from forum.spaces.rules import can_run_space
from forum.talk.lists import spaces_with_news, spaces_with_unread
from forum.talk.rules import can_open_thread
from network.access.audience import direct
from network.access.visible import Refused
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.factories.forum import make_space


@pytest.fixture
def private(ada, dina) -> Space:
    """Between Ada and Dina, who is a moderator."""
    space = make_space("Messages")
    Space.objects.filter(pk=space.pk).update(audience=direct(space.public_id))
    for who in (ada, dina):
        grant_role(person=who.person, kind=RoleKind.CORRESPONDENT, scope=space.public_id, by=None)
    return Space.objects.get(pk=space.pk)


def test_those_in_it_see_it_and_nobody_else(private, ada, dina, bola, finn):
    assert [Space.objects.visible_to(who.viewer).count() for who in (ada, dina, bola, finn)] == [1, 1, 0, 0]


def test_no_office_and_no_steward_runs_it(private, ada, dina):
    grant_role(person=ada.person, kind=RoleKind.STEWARD, scope=private.public_id, by=None)

    assert not can_run_space(dina.viewer, private) and not can_run_space(ada.viewer, private)
    with pytest.raises(Refused):
        name_steward(by=dina.viewer, space=private, person=ada.person)


def test_it_is_in_no_list_of_spaces_and_takes_no_second_thread(private, dina):
    assert spaces_with_news(dina.viewer) == spaces_with_unread(dina.viewer) == []
    assert not can_open_thread(dina.viewer, private)


@pytest.mark.parametrize("page", ["", "settings/", "name/", "stewards/", "threads/new/"])
def test_it_has_no_page_of_a_space(private, dina, page):
    assert dina.client.get(f"/m/s/{private.public_id}/{page}").status_code == 404


def test_no_moderator_opens_a_space_for_a_conversation_of_others(private, dina):
    with pytest.raises(ValueError, match="members"):
        open_space(by=dina.viewer, name="Messages", audience=private.audience)
