import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.spaces.actions.steward import name_steward
from forum.spaces.models import Space
from forum.spaces.readers import stewards_seen_by
from network.access.audience import ALUMNI
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.factories.forum import make_space
from tests.factories.network import make_people


def page_of(space, name="stewards"):
    return reverse(name, args=[space.public_id])


def test_a_moderator_names_and_releases_by_plain_forms(ada, dina):
    space = make_space()

    dina.client.post(page_of(space), {"name": f" {ada.person.name.upper()} "})
    assert f"Kept by {ada.person.name}." in ada.client.get(page_of(space, "space")).text
    assert page_of(space, "space_settings") in ada.client.get(page_of(space, "space")).text

    dina.client.post(reverse("steward_removal", args=[space.public_id, ada.person.public_id]))
    assert "Kept by" not in ada.client.get(page_of(space, "space")).text


def test_a_steward_sets_the_space_up_and_names_nobody(ada, dina):
    space = make_space()
    name_steward(by=dina.viewer, space=space, person=ada.person)

    shown = ada.client.get(page_of(space, "space_settings"))
    answer = ada.client.post(page_of(space, "space_settings"), {"mode": "announcements", "slow_seconds": "0"})

    assert shown.status_code == 200 and page_of(space) not in shown.text
    assert page_of(space) in dina.client.get(page_of(space, "space_settings")).text
    assert (answer.status_code, Space.objects.get().mode) == (302, "announcements")


@pytest.mark.parametrize("name", ["", "Nobody We Know", "x" * 201, "%", "Eve"])
def test_whoever_is_no_reader_is_not_named(dina, eve, name):
    answer = dina.client.post(page_of(make_space()), {"name": name or " "})

    assert answer.status_code == 422
    assert "<title>Error: Stewards of a space" in answer.text and "There is a problem" in answer.text


def test_somebody_waiting_or_without_the_audience_counts_as_nobody(ada, bola, dina, eve):
    grant_role(person=dina.person, kind=RoleKind.ALUMNA, scope="C11", by=None)
    alumni_room = make_space(audience=ALUMNI)

    for who in (bola, eve):
        answer = dina.client.post(page_of(alumni_room), {"name": who.person.name})
        assert "Nobody of that name reads this space" in answer.text
    assert dina.client.post(page_of(alumni_room), {"name": ada.person.name}).status_code == 302


def test_of_two_with_one_name_neither_is_taken_by_guess(ada, bola, dina):
    type(bola.person).objects.filter(pk=bola.person.pk).update(name=ada.person.name)
    space = make_space()

    answer = dina.client.post(page_of(space), {"name": ada.person.name})

    assert answer.status_code == 422 and "Several people of that name" in answer.text
    assert stewards_seen_by(dina.viewer, space) == []


def test_the_list_asks_the_same_for_one_and_for_ten(ada, dina):
    space = make_space()

    def queries():
        dina.client.get(page_of(space))
        with CaptureQueriesContext(connection) as asked:
            assert dina.client.get(page_of(space)).status_code == 200
        return len(asked)

    name_steward(by=dina.viewer, space=space, person=ada.person)
    one = queries()
    for person in make_people(9):
        grant_role(person=person, kind=RoleKind.STEWARD, scope=space.public_id, by=None)

    assert queries() == one
