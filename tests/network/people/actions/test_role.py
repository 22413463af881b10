from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from network.access.viewer import viewer_of
from network.people.actions.role import end_role, grant_role
from network.people.jobs import announce_turned_roles
from network.people.models import Role, RoleKind, User
from network.people.signals import access_changed


@pytest.fixture
def announced():
    heard = []

    def hear(person_id, **kwargs):
        heard.append(person_id)

    access_changed.connect(hear, weak=False, dispatch_uid="test")
    yield heard
    access_changed.disconnect(dispatch_uid="test")


def test_a_programme_manager_makes_an_ally(finn, eve, on_commit, announced):
    with on_commit():
        grant_role(person=eve.person, kind=RoleKind.ALLY, by=finn.person)

    assert eve.viewer.is_member
    assert announced == [eve.person.pk]


def test_the_same_role_twice_is_one_role(finn, eve):
    first = grant_role(person=eve.person, kind=RoleKind.ALLY, by=finn.person)
    second = grant_role(person=eve.person, kind=RoleKind.ALLY, by=finn.person)

    assert first == second


@pytest.mark.parametrize("kind", [RoleKind.OWNER, RoleKind.MODERATOR, RoleKind.EDITOR])
def test_a_programme_manager_makes_no_staff(finn, eve, kind):
    with pytest.raises(PermissionDenied):
        grant_role(person=eve.person, kind=kind, by=finn.person)

    assert not Role.objects.filter(person=eve.person).exists()


@pytest.mark.parametrize("kind", [RoleKind.STEWARD, RoleKind.BARRED])
def test_a_moderator_makes_stewards_and_keeps_people_out_of_a_space(dina, eve, kind):
    assert grant_role(person=eve.person, kind=kind, scope="abcdefghijkl", by=dina.person).granted_by


@pytest.mark.parametrize("kind", sorted(set(RoleKind) - {RoleKind.STEWARD, RoleKind.BARRED}))
def test_a_moderator_makes_nothing_else(dina, eve, kind):
    with pytest.raises(PermissionDenied):
        grant_role(person=eve.person, kind=kind, by=dina.person)


def test_an_ally_makes_nobody_anything(bola, eve):
    with pytest.raises(PermissionDenied):
        grant_role(person=eve.person, kind=RoleKind.ALLY, by=bola.person)


def test_an_owner_makes_an_owner(eve, bola):
    grant_role(person=eve.person, kind=RoleKind.OWNER, by=None)

    grant_role(person=bola.person, kind=RoleKind.OWNER, by=eve.person)

    assert bola.viewer.has(RoleKind.OWNER)


def test_an_ended_role_is_gone_at_once(ada, finn, on_commit, announced):
    role = ada.person.roles.get()

    with on_commit():
        end_role(role=role, by=finn.person)

    assert not ada.viewer.is_member
    assert announced == [ada.person.pk]


def test_nobody_ends_a_role_they_could_not_grant(ada, bola):
    with pytest.raises(PermissionDenied):
        end_role(role=ada.person.roles.get(), by=bola.person)

    assert ada.viewer.is_member


def test_a_role_starts_and_ends_on_its_dates(eve):
    now = timezone.now()
    grant_role(
        person=eve.person,
        kind=RoleKind.ALLY,
        by=None,
        starts_at=now + timedelta(hours=1),
        ends_at=now + timedelta(hours=2),
    )

    at = [
        Role.objects.filter(person=eve.person).current(now + timedelta(minutes=minutes)).exists()
        for minutes in (0, 60, 119, 120)
    ]

    assert at == [False, True, True, False]


def test_a_role_that_ended_by_the_clock_is_announced(ada, bola, announced):
    now = timezone.now()
    Role.objects.filter(person=ada.person).update(
        starts_at=now - timedelta(days=400), ends_at=now - timedelta(seconds=30)
    )

    announce_turned_roles()

    # Everybody made in this test began a moment ago, so only the ended one can tell the two apart.
    assert ada.person.pk in announced
    assert not ada.viewer.is_member


def test_a_suspended_programme_manager_grants_nothing(finn, eve):
    User.objects.filter(pk=finn.person.pk).update(is_active=False)
    finn.person.refresh_from_db()

    with pytest.raises(PermissionDenied):
        grant_role(person=eve.person, kind=RoleKind.ALLY, by=finn.person)

    assert not viewer_of(finn.person).is_staff
