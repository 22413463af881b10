"""Who finds whom, and by what."""

import pytest

from network.access.viewer import OUTSIDER
from network.access.visible import can_see
from network.directory.models import FIELDS_WITH_AUDIENCE
from network.directory.preview import preview_viewer
from network.directory.seen import directory_for, newcomers_for, search_directory, seen_fields
from network.people.actions.role import end_role
from network.people.actions.shield import raise_shield
from network.people.actions.suspension import suspend
from tests.network.directory.conftest import FACTS


def names(viewer, **wanted) -> list[str]:
    return [profile.person.name for profile in search_directory(viewer, **wanted)]


def test_nobody_is_found_who_did_not_choose_to_be(ada, bola, cem):
    for someone in (ada, bola, cem):
        assert [profile.person for profile in directory_for(someone.viewer)] == []


def test_listed_to_alumni_is_not_found_by_allies(ada, bola, dina, listed):
    profile = listed(ada, to="alumni")

    assert names(bola.viewer) == [] and not can_see(bola.viewer, profile)
    assert names(ada.viewer) == ["Ada Okafor-Lynch"]


def test_people_stand_in_the_order_of_their_names(ada, bola, cem, dina, listed):
    for someone in (dina, ada, cem):
        listed(someone)

    assert names(bola.viewer) == ["Ada Okafor-Lynch", "Cem Yıldız", "Dina Rahman"]


def test_outsiders_the_pending_and_staff_without_membership_find_nobody(ada, eve, efe, finn, listed):
    listed(ada)

    assert [names(viewer) for viewer in (OUTSIDER, eve.viewer, efe.viewer, finn.viewer)] == [[], [], [], []]


def test_a_suspended_member_is_gone_at_once(ada, bola, listed):
    listed(ada)
    suspend(person=ada.person, by=None)

    assert names(bola.viewer) == []


def test_maya_does_not_find_ada_her_colleague(ada, bola, maya, listed):
    profile = listed(ada)

    assert names(bola.viewer) == ["Ada Okafor-Lynch"]
    assert names(maya.viewer) == [] and not can_see(maya.viewer, profile)
    assert [profile.person for profile in newcomers_for(maya.viewer)] == []


def test_a_shield_towards_one_person_hides_from_that_one_alone(ada, bola, dina, listed):
    listed(ada)
    raise_shield(person=ada.person, other=bola.person)

    assert (names(bola.viewer), names(dina.viewer)) == ([], ["Ada Okafor-Lynch"])


@pytest.mark.parametrize("field", FIELDS_WITH_AUDIENCE)
@pytest.mark.parametrize(("to", "ally_sees", "alumna_sees"), [("members", 1, 1), ("alumni", 0, 1), ("nobody", 0, 0)])
def test_each_field_has_its_own_audience(ada, bola, listed, zoe, field, to, ally_sees, alumna_sees):
    listed(ada, **{f"{field}_to": to})

    seen = [
        sum(shown.name == field for shown in seen_fields(directory_for(viewer).get(person=ada.person)))
        for viewer in (bola.viewer, zoe.viewer, ada.viewer)
    ]

    assert seen == [ally_sees, alumna_sees, 1]


@pytest.mark.parametrize(
    ("field", "wanted"),
    [
        ("role_title", {"words": "head of"}),
        ("organisation_name", {"words": "croydon"}),
        ("organisation_name", {"organisation": "croydon"}),
        ("expertise", {"words": "fostering"}),
        ("about", {"words": "boards"}),
        ("region", {"region": "Greater London"}),
        ("mentoring", {"mentoring": "offering"}),
    ],
)
def test_nobody_finds_by_what_is_not_shared_with_them(ada, bola, listed, zoe, field, wanted):
    listed(ada, **{f"{field}_to": "alumni"})

    assert (names(bola.viewer, **wanted), names(zoe.viewer, **wanted)) == ([], ["Ada Okafor-Lynch"])


def test_contact_and_membership_are_never_searched(ada, bola, listed):
    listed(ada)

    assert names(bola.viewer, words=FACTS["contact"]) == names(bola.viewer, words=FACTS["membership"]) == []


def test_a_preview_shows_what_a_stranger_would_see(ada, listed):
    listed(ada, about_to="alumni", contact_to="nobody")

    shown = {
        who: {field.name for field in seen_fields(directory_for(preview_viewer(who)).get())}
        for who in ("ally", "alumna")
    }

    assert shown["alumna"] - shown["ally"] == {"about"}
    assert "contact" not in shown["alumna"]


def test_a_former_member_is_nobody_to_be_found(ada, bola, listed):
    listed(ada)
    assert len(directory_for(bola.viewer)) == 1

    for role in ada.person.roles.all():
        end_role(role=role, by=None)

    assert not directory_for(bola.viewer)
