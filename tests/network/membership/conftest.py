"""Answers as the forms have cleaned them, and a visitor who answers every question."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from network.membership.actions.claim import address_proved, claim_membership
from network.membership.actions.request import AllyAnswers, PledgeAnswers, ask_to_be_ally
from network.membership.models import AllyRequest, Claim, RosterEntry
from network.people.models import User
from tests.factories.network import make_authority


def answers(**changes) -> AllyAnswers:
    pledge = PledgeAnswers(
        verb="advocate",
        action="Ask who is missing before each panel sits",
        for_whom="team managers in my service",
        by_when=timezone.localdate() + timedelta(days=90),
        how_known="The minutes say so",
    )
    facts = {"organisation": "Leeds", "role_title": "Team manager", "why": "Because it is time", "pledge": pledge}
    return AllyAnswers(**facts | changes)


@pytest.fixture
def eves_request(eve) -> AllyRequest:
    """Eve has answered everything and proved her address."""
    make_authority("Leeds")
    request = ask_to_be_ally(person=eve.person, answers=answers(), key=uuid4())
    address_proved(person=eve.person)
    request.refresh_from_db()
    return request


@pytest.fixture
def make_claim(db):
    """Somebody new who claims a place and proves the address."""

    def make(
        name: str, *, email: str = "", cohort: str = "9", organisation: str = "", key: UUID | None = None
    ) -> Claim:
        person = User.objects.create_user(email=email or f"{name.split()[0].lower()}@claim.example", name=name)
        claim = claim_membership(person=person, cohort=cohort, organisation=organisation, key=key or uuid4())
        address_proved(person=person)
        claim.refresh_from_db()
        return claim

    return make


@pytest.fixture
def amina(db) -> RosterEntry:
    """A line of the roster nobody has claimed."""
    return RosterEntry.objects.create(
        name="Amina Yusuf", email="Amina@Roster.example", cohort_code="C11", organisation=make_authority("Croydon")
    )
