"""An alumna claims her place: at once from a known address, else by the desk."""

import pytest

from network.access.audience import ALUMNI, cohort
from network.access.viewer import viewer_of
from network.access.visible import Refused
from network.membership.actions.case import AlreadyDecided
from network.membership.actions.claim import accept_claim, address_proved
from network.membership.candidates import candidates_for
from network.membership.models import Claim, RequestState, RosterEntry
from network.notices.models import Letter
from network.people.models import Shield
from network.records.models import StaffAction


def test_a_known_address_once_proved_is_welcome_at_once(make_claim, amina):
    claim = make_claim("Amina Yusuf", email="amina@roster.example")

    viewer = viewer_of(claim.person)
    assert claim.state == RequestState.ADMITTED
    assert {ALUMNI, cohort("C11")} <= viewer.audiences
    assert [shield.organisation.name for shield in Shield.objects.filter(person=claim.person)] == ["Croydon"]
    assert Letter.objects.filter(person=claim.person, kind="membership.welcome").count() == 1


def test_proving_twice_welcomes_once(make_claim, amina):
    claim = make_claim("Amina Yusuf", email="amina@roster.example")

    address_proved(person=claim.person)

    assert (claim.person.roles.count(), Letter.objects.filter(person=claim.person).count()) == (1, 1)


def test_an_unknown_address_waits_for_the_desk(make_claim, amina):
    claim = make_claim("Amina Yusuf", email="elsewhere@claim.example", cohort="11")

    assert claim.state == RequestState.WAITING
    assert not viewer_of(claim.person).is_member
    assert [candidate.entry for candidate in candidates_for(claim)] == [amina]


def test_an_address_on_two_lines_waits_for_the_desk(make_claim, amina):
    RosterEntry.objects.create(name="Amira Yusuf", email="amina@roster.example", cohort_code="C10")

    claim = make_claim("Amina Yusuf", email="amina@roster.example")

    assert claim.state == RequestState.WAITING


def test_a_line_that_somebody_has_waits_for_the_desk(make_claim, amina, bola):
    RosterEntry.objects.update(person=bola.person)

    claim = make_claim("Amina Yusuf", email="amina@roster.example")

    assert claim.state == RequestState.WAITING
    assert not viewer_of(claim.person).is_member


def test_finn_accepts_a_line_of_the_roster(finn, make_claim, amina):
    claim = make_claim("Amina Yusuf", cohort="11")

    accept_claim(by=finn.viewer, claim=claim, entry=amina)

    amina.refresh_from_db()
    assert amina.person == claim.person
    assert cohort("C11") in viewer_of(claim.person).audiences
    assert StaffAction.objects.get(verb="accepted_claim").about_id == claim.person_id


def test_finn_accepts_a_cohort_where_no_line_fits(finn, make_claim):
    claim = make_claim("Nobody Known", cohort="2")

    accept_claim(by=finn.viewer, claim=claim, cohort="C02")

    assert cohort("C02") in viewer_of(claim.person).audiences


def test_two_claims_to_one_line_are_shown_as_rivals_and_one_gets_it(finn, make_claim, amina):
    first = make_claim("Amina Yusuf", email="a@claim.example", cohort="11")
    second = make_claim("Amina Yusuf", email="b@claim.example", cohort="11")
    rivals = [candidate.rivals for candidate in candidates_for(first)]
    accept_claim(by=finn.viewer, claim=first, entry=amina)

    with pytest.raises(AlreadyDecided):
        accept_claim(by=finn.viewer, claim=second, entry=amina)

    assert rivals == [1]
    assert Claim.objects.get(pk=second.pk).state == RequestState.WAITING


@pytest.mark.parametrize("who", ["eve", "bola", "ada", "dina", "efe"])
def test_only_the_programme_team_accepts(who, request, make_claim, amina):
    claim = make_claim("Amina Yusuf", cohort="11")

    with pytest.raises(Refused):
        accept_claim(by=request.getfixturevalue(who).viewer, claim=claim, entry=amina)

    assert not viewer_of(claim.person).is_member


def test_a_shared_first_name_alone_is_no_candidate(make_claim, amina):
    claim = make_claim("Amina Bello", cohort="3")

    assert candidates_for(claim) == []
