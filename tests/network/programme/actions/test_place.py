import pytest
from django.core.exceptions import PermissionDenied

from network.access.audience import ALUMNI
from network.access.audience import cohort as audience_of
from network.people.models import Role, RoleKind
from network.programme.actions.place import CohortFull, accept_place, confirm_completion, offer_place
from network.programme.models import Completion, Place, PlaceState


def test_an_accepted_place_makes_a_participant(cohort, finn, bola):
    place = offer_place(by=finn.viewer, cohort=cohort, person=bola.person)

    accept_place(by=bola.viewer, place=place)
    accept_place(by=bola.viewer, place=place)

    assert place.state == PlaceState.OFFERED or place.state == PlaceState.ACCEPTED
    assert audience_of("C30") in bola.viewer.audiences
    assert ALUMNI not in bola.viewer.audiences


def test_offers_stop_at_capacity(cohort, finn, bola, maya):
    offer_place(by=finn.viewer, cohort=cohort, person=bola.person)

    with pytest.raises(CohortFull):
        offer_place(by=finn.viewer, cohort=cohort, person=maya.person)


def test_the_same_offer_twice_is_one_place(cohort, finn, bola):
    first = offer_place(by=finn.viewer, cohort=cohort, person=bola.person)

    assert offer_place(by=finn.viewer, cohort=cohort, person=bola.person) == first


def test_nobody_takes_the_place_of_another(cohort, finn, bola, maya):
    place = offer_place(by=finn.viewer, cohort=cohort, person=bola.person)

    with pytest.raises(PermissionDenied):
        accept_place(by=maya.viewer, place=place)


def test_day_3_makes_an_alumna_and_ends_the_participant(cohort, finn, bola):
    accept_place(by=bola.viewer, place=offer_place(by=finn.viewer, cohort=cohort, person=bola.person))

    confirm_completion(by=finn.viewer, person=bola.person, cohort=cohort)
    confirm_completion(by=finn.viewer, person=bola.person, cohort=cohort)

    kinds = set(Role.objects.filter(person=bola.person, scope="C30").current().values_list("kind", flat=True))
    assert kinds == {RoleKind.ALUMNA}
    assert ALUMNI in bola.viewer.audiences
    assert Completion.objects.count() == 1


def test_nobody_makes_herself_an_alumna(cohort, bola, efe):
    for viewer in (bola.viewer, efe.viewer):
        with pytest.raises(PermissionDenied):
            confirm_completion(by=viewer, person=bola.person, cohort=cohort)
        with pytest.raises(PermissionDenied):
            offer_place(by=viewer, cohort=cohort, person=bola.person)


def test_a_place_released_meanwhile_is_not_accepted(cohort, finn, bola):
    place = offer_place(by=finn.viewer, cohort=cohort, person=bola.person)
    Place.objects.update(state=PlaceState.RELEASED)

    with pytest.raises(PermissionDenied):
        accept_place(by=bola.viewer, place=place)

    assert audience_of("C30") not in bola.viewer.audiences
