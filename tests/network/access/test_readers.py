"""Who belongs to an audience, and what each viewer claims: one rule asked from both ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.access.audience import ALUMNI, MEMBERS, PUBLIC, cohort, direct, event, group, region
from network.access.readers import people_in
from network.people.actions.affiliation import affiliate
from network.people.actions.role import end_role, grant_role
from network.people.actions.suspension import suspend
from network.people.models import Organisation, RoleKind, User
from tests.cast import Someone
from tests.factories.network import make_person

AUDIENCES = [
    *(PUBLIC, MEMBERS, ALUMNI, cohort("C09"), cohort("C12"), group("reference"), region("London")),
    *(region("North West"), event(7), direct("abc"), group("nobody"), "", "cohort:", "event:", "made-up"),
]


@pytest.fixture
def world(eve, bola, ada, cem, maya, dina, efe, finn):
    """The cast, and what else a role may be: over, to come, of one place, of a member no longer."""
    london = Organisation.objects.create(name="Inner", region="London", kind="authority")
    north = Organisation.objects.create(name="Outer", region="North West", kind="authority")
    affiliate(person=bola.person, organisation=london)
    affiliate(person=efe.person, organisation=london)
    affiliate(person=cem.person, organisation=north, started_on=timezone.localdate() + timedelta(days=2))
    for person, kind, scope in (
        *((cem.person, RoleKind.ATTENDEE, "7"), (efe.person, RoleKind.ATTENDEE, "7")),
        *((dina.person, RoleKind.CORRESPONDENT, "abc"), (finn.person, RoleKind.CORRESPONDENT, "abc")),
        *((maya.person, RoleKind.REFERENCE_GROUP, ""), (ada.person, RoleKind.PARTICIPANT, "C12")),
    ):
        grant_role(person=person, kind=kind, scope=scope, by=None)
    over = make_person(roles=((RoleKind.ALUMNA, "C09"),))
    end_role(role=over.roles.get(), by=None)
    to_come = make_person(roles=())
    grant_role(person=to_come, kind=RoleKind.ALUMNA, scope="C09", by=None, starts_at=timezone.now() + timedelta(days=1))
    suspend(person=make_person(roles=((RoleKind.ALUMNA, "C09"),)), by=None)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_it_gives_those_whose_viewer_holds_it(world, audience):
    claimed = {
        person.pk
        for person in User.objects.filter(is_active=True)
        if audience and audience in Someone(person).viewer.audiences
    }

    assert {person.pk for person in people_in(audience)} == claimed
    if audience in (MEMBERS, ALUMNI, cohort("C09"), cohort("C12"), region("London"), event(7), direct("abc")):
        assert claimed
