from forum.spaces.readers import readers, readers_named, readers_seen_by
from network.access.visible import can_see
from network.people.actions.role import grant_role
from network.people.models import RoleKind, User
from tests.cast import Someone
from tests.factories.network import make_people


def test_readers_are_those_who_see_the_space(ada, bola, cem, dina, efe, eve, lounge, alumni_room):
    grant_role(person=cem.person, kind=RoleKind.BARRED, scope=lounge.public_id, by=None)

    for space in (lounge, alumni_room):
        found = {person.pk for person in readers(space)}
        assert found == {person.pk for person in User.objects.all() if can_see(Someone(person).viewer, space)}
    assert cem.person not in readers(lounge)


def test_whoever_hides_in_lists_is_not_among_them(ada, bola, maya, lounge):
    # They work for the same authority: Ada's shield is on from the start.
    assert ada.person not in readers_seen_by(maya.viewer, lounge)
    assert ada.person in readers_seen_by(bola.viewer, lounge)


def test_a_name_of_twenty_is_asked_in_as_many_queries_as_that_of_one(ada, bola, lounge, django_assert_num_queries):
    make_people(19, name=bola.person.name)
    viewer = ada.viewer

    with django_assert_num_queries(1):
        assert len(readers_named(viewer, lounge, f" {bola.person.name.upper()} ")) == 20
