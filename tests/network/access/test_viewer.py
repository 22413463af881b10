from network.access.viewer import OUTSIDER, viewer_of, viewers_of
from network.people.actions.affiliation import affiliate
from network.people.actions.role import grant_role
from network.people.actions.shield import raise_shield
from network.people.actions.suspension import suspend
from network.people.models import Organisation, RoleKind, ShieldLevel


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


def test_members_read_what_is_for_the_region_they_work_in(ada, eve):
    Organisation.objects.filter(affiliations__person__in=[ada.person, eve.person]).update(region="Greater London")

    assert "region:greater-london" in ada.viewer.audiences
    assert not any(audience.startswith("region:") for audience in eve.viewer.audiences)


def test_two_employers_are_one_person_with_each_role_once(ada):
    second = Organisation.objects.create(name="Second employer", region="Eastern")
    affiliate(person=ada.person, organisation=second)

    assert "region:eastern" in ada.viewer.audiences
    assert ada.viewer.roles == {RoleKind.ALUMNA}


def test_a_place_and_a_conversation_are_audiences_while_one_is_a_member(bola, eve):
    for person in (bola.person, eve.person):
        grant_role(person=person, kind=RoleKind.ATTENDEE, scope="7", by=None)
        grant_role(person=person, kind=RoleKind.CORRESPONDENT, scope="aaaaaaaaaaaa", by=None)

    assert {"event:7", "direct:aaaaaaaaaaaa"} <= bola.viewer.audiences
    assert eve.viewer.audiences == {"public"}
    assert not bola.viewer.is_staff


def test_whoever_is_kept_out_of_a_space_is_no_less_a_member(bola):
    grant_role(person=bola.person, kind=RoleKind.BARRED, scope="aaaaaaaaaaaa", by=None)

    assert bola.viewer.barred_from == {"aaaaaaaaaaaa"}
    assert bola.viewer.is_member and not bola.viewer.is_staff


def test_many_viewers_cost_as_much_as_one_and_are_who_they_would_be_alone(
    ada, bola, maya, eve, django_assert_num_queries
):
    raise_shield(person=ada.person, level=ShieldLevel.EVERYWHERE, other=maya.person)
    suspend(person=eve.person, by=None)
    eve.person.refresh_from_db()
    people = [one.person for one in (ada, bola, maya, eve)]

    with django_assert_num_queries(2):
        found = viewers_of(people)

    assert found == {person.pk: viewer_of(person) for person in people}
    assert found[maya.person.pk].hidden_everywhere == {ada.person.pk}
    assert found[eve.person.pk] == OUTSIDER
