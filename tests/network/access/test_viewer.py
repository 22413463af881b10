from network.access.viewer import OUTSIDER
from network.people.actions.role import grant_role
from network.people.models import RoleKind


def test_each_of_the_cast_has_their_audiences(eve, bola, ada, cem, dina, efe, finn):
    audiences = {
        "eve": eve.viewer.audiences,
        "bola": bola.viewer.audiences,
        "ada": ada.viewer.audiences,
        "cem": cem.viewer.audiences,
        "dina": dina.viewer.audiences,
        "efe": efe.viewer.audiences,
        "finn": finn.viewer.audiences,
    }

    assert audiences == {
        "eve": {"public"},
        "bola": {"public", "members"},
        "ada": {"public", "members", "alumni", "cohort:C09"},
        "cem": {"public", "members", "cohort:C12"},
        "dina": {"public", "members"},
        # Power to edit or to manage is not a right to read what members say.
        "efe": {"public"},
        "finn": {"public"},
    }


def test_the_reference_group_has_its_own_audience(bola):
    grant_role(person=bola.person, kind=RoleKind.REFERENCE_GROUP, by=None)

    assert "group:reference" in bola.viewer.audiences


def test_a_steward_keeps_a_space_and_reads_no_more_for_it(bola):
    audiences = bola.viewer.audiences

    grant_role(person=bola.person, kind=RoleKind.STEWARD, scope="abcdefghijkl", by=None)

    assert bola.viewer.steward_of == {"abcdefghijkl"}
    assert (bola.viewer.audiences, bola.viewer.is_staff) == (audiences, False)


def test_a_stewards_role_alone_is_no_membership(eve):
    grant_role(person=eve.person, kind=RoleKind.STEWARD, scope="abcdefghijkl", by=None)

    assert not eve.viewer.is_member


def test_an_outsider_is_public_alone():
    assert OUTSIDER.audiences == {"public"}
    assert not OUTSIDER.is_member
    assert not OUTSIDER.is_staff


def test_building_a_viewer_costs_two_queries(ada, django_assert_num_queries):
    person = ada.person

    with django_assert_num_queries(3):  # Two, and the fixture's own look at the person.
        assert person and ada.viewer.is_member
