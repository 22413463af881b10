"""Moderating one space is an office there alone, and counts only with its second factor."""

from django.urls import reverse

from network.access.viewer import viewer_of
from network.people.models import RoleKind
from tests.factories.forum import make_space
from tests.factories.network import make_person


def moderator_of(space):
    return make_person("Mo", roles=((RoleKind.ALLY, ""), (RoleKind.MODERATOR, space.public_id)))


def test_it_is_no_office_elsewhere(db):
    space = make_space()

    viewer = viewer_of(moderator_of(space))

    assert (viewer.has(RoleKind.MODERATOR), viewer.is_staff) == (False, True)
    assert viewer.moderator_of == {space.public_id}


def test_without_the_second_factor_it_waits(client, db):
    person = moderator_of(make_space())

    viewer = viewer_of(person).without_offices()

    assert (viewer.moderator_of, viewer.is_staff) == (frozenset(), False)
    assert viewer.offices_waiting == {RoleKind.MODERATOR}
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(reverse("cases")).status_code != 200
