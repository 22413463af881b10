import pytest
from django.core.exceptions import PermissionDenied

from network.people.actions.role import grant_role
from network.people.actions.suspension import restore, suspend


def test_a_moderator_suspends_an_ally_at_once(dina, bola):
    suspend(person=bola.person, by=dina.person)

    assert not bola.viewer.is_member
    assert bola.client.get("/m/").status_code == 302


def test_a_restored_member_is_back(dina, bola):
    suspend(person=bola.person, by=dina.person)

    restore(person=bola.person, by=dina.person)

    assert bola.viewer.is_member


def test_an_ally_suspends_nobody(bola, maya):
    with pytest.raises(PermissionDenied):
        suspend(person=maya.person, by=bola.person)

    assert maya.viewer.is_member


def test_nobody_suspends_themselves(dina):
    with pytest.raises(PermissionDenied):
        suspend(person=dina.person, by=dina.person)


def test_no_moderator_suspends_an_owner_nor_acts_while_suspended(dina, ada, bola):
    grant_role(person=ada.person, kind="owner", by=None)
    with pytest.raises(PermissionDenied):
        suspend(person=ada.person, by=dina.person)

    suspend(person=dina.person, by=ada.person)

    with pytest.raises(PermissionDenied):
        suspend(person=bola.person, by=dina.person)
