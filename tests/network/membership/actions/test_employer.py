from uuid import uuid4

import pytest

from network.membership.actions.claim import address_proved
from network.membership.actions.request import ask_to_be_ally
from network.membership.models import AllyRequest
from network.people.models import Organisation
from tests.network.membership.conftest import answers


@pytest.fixture
def mistyped(eve) -> AllyRequest:
    """Eve writes where she works in a way that nobody knows."""
    ask_to_be_ally(person=eve.person, answers=answers(organisation="Croydonn cuoncil"), key=uuid4())
    address_proved(person=eve.person)
    eve.person.affiliations.all().delete()
    return AllyRequest.objects.get(person=eve.person)


def decide(finn, request, **chosen):
    return finn.client.post(f"/m/desk/welcome/ally/{request.public_id}/", {"decision": "admit", **chosen})


def test_nobody_is_welcomed_without_an_employer(finn, ada, eve, mistyped):
    """Otherwise a manager who mistypes would pass every shield of her staff."""
    answer = decide(finn, mistyped)

    assert answer.status_code == 422
    assert not eve.viewer.is_member


def test_the_desk_says_which_organisation_is_meant(finn, ada, eve, mistyped):
    croydon = Organisation.objects.get(name="Croydon")

    decide(finn, mistyped, organisation=croydon.pk)

    assert eve.viewer.is_member
    assert ada.person.pk in eve.viewer.hidden_in_lists


def test_an_organisation_that_is_no_authority_is_kept_as_written(finn, eve, mistyped):
    decide(finn, mistyped, is_elsewhere="on")

    assert eve.person.affiliations.get().organisation.name == "Croydonn cuoncil"
    assert eve.person.shields.filter(organisation__name="Croydonn cuoncil").exists()
