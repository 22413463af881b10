"""An ally asks, and is welcomed once."""

from uuid import uuid4

import pytest

from network.access.visible import Refused
from network.membership.actions.case import AlreadyDecided, decline
from network.membership.actions.request import admit_ally, ask_to_be_ally
from network.membership.models import Agreement, AllyRequest, Pledge, RequestState
from network.notices.models import Letter
from network.people.models import Role, Shield
from network.records.models import StaffAction
from tests.network.membership.conftest import answers


def test_nothing_is_granted_before_the_address_is_proved(eve, finn):
    request = ask_to_be_ally(person=eve.person, answers=answers(), key=uuid4())

    assert request.state == RequestState.UNPROVED
    assert not AllyRequest.objects.visible_to(finn.viewer).exists()
    assert not eve.viewer.is_member


def test_the_same_answers_twice_are_one_request_and_one_pledge(eve):
    key = uuid4()
    first = ask_to_be_ally(person=eve.person, answers=answers(), key=key)

    second = ask_to_be_ally(person=eve.person, answers=answers(why="Again"), key=key)

    assert (first.pk, Pledge.objects.count(), second.why) == (second.pk, 1, "Because it is time")


def test_rules_and_privacy_are_agreed_each_by_itself_and_in_its_version(eves_request):
    agreed = Agreement.objects.filter(person=eves_request.person).values_list("kind", "version")

    assert sorted(agreed) == [("privacy", 1), ("rules", 1)]


def test_finn_welcomes_eve(eve, finn, eves_request):
    admit_ally(by=finn.viewer, request=eves_request)

    eves_request.refresh_from_db()
    assert eves_request.state == RequestState.ADMITTED
    assert eve.viewer.is_member and not eve.viewer.has("alumna")
    assert Role.objects.get(person=eve.person).granted_by == finn.person
    assert StaffAction.objects.get(verb="admitted_ally").about_id == eve.person.pk
    assert [letter.kind for letter in Letter.objects.filter(person=eve.person)] == ["membership.welcome"]


def test_a_welcome_raises_the_shield_towards_the_employer(eve, finn, eves_request):
    Shield.objects.all().delete()
    eve.person.affiliations.all().delete()

    admit_ally(by=finn.viewer, request=eves_request)

    assert [shield.organisation.name for shield in Shield.objects.filter(person=eve.person)] == ["Leeds"]


def test_the_second_at_the_desk_is_told(finn, eves_request):
    admit_ally(by=finn.viewer, request=eves_request)

    with pytest.raises(AlreadyDecided):
        decline(by=finn.viewer, case=eves_request, reason="Too late")

    assert AllyRequest.objects.get().state == RequestState.ADMITTED


@pytest.mark.parametrize("who", ["bola", "ada", "dina", "efe", "eve"])
def test_only_the_programme_team_welcomes(who, request, eves_request):
    someone = request.getfixturevalue(who)

    with pytest.raises(Refused):
        admit_ally(by=someone.viewer, request=eves_request)

    assert AllyRequest.objects.get().state == RequestState.WAITING


def test_nobody_welcomes_themselves(finn):
    mine = ask_to_be_ally(person=finn.person, answers=answers(), key=uuid4())
    AllyRequest.objects.update(state=RequestState.WAITING)

    with pytest.raises(Refused):
        admit_ally(by=finn.viewer, request=mine)

    assert not AllyRequest.objects.visible_to(finn.viewer).exists()


def test_a_declined_person_may_ask_again(eve, finn, eves_request):
    decline(by=finn.viewer, case=eves_request, reason="Tell us where you work")

    again = ask_to_be_ally(person=eve.person, answers=answers(why="Now in Leeds"), key=uuid4())

    assert (again.pk, again.state, again.why) == (eves_request.pk, RequestState.UNPROVED, "Now in Leeds")
