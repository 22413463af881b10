import pytest

from forum.spaces.models import Space
from network.programme.actions.place import accept_place, offer_place
from network.programme.models import Cohort, Programme


@pytest.fixture
def cohort(db):
    programme = Programme.objects.create(code="bali", title="BALI")
    return Cohort.objects.create(code="C30", name="BALI 30", programme=programme, capacity=5)


def test_the_first_place_taken_opens_the_cohorts_space(cohort, finn, bola, ada, on_commit):
    place = offer_place(by=finn.viewer, cohort=cohort, person=bola.person)
    assert not Space.objects.exists()

    with on_commit():
        accept_place(by=bola.viewer, place=place)
        assert not Space.objects.exists()

    assert [space.name for space in Space.objects.visible_to(bola.viewer)] == ["Cohort 30"]
    assert not Space.objects.visible_to(ada.viewer).exists() and not Space.objects.visible_to(finn.viewer).exists()


def test_the_next_place_finds_it_there_or_makes_what_was_lost(cohort, finn, bola, maya, on_commit):
    for who in (bola, maya):
        place = offer_place(by=finn.viewer, cohort=cohort, person=who.person)
        with on_commit():
            accept_place(by=who.viewer, place=place)
    assert Space.objects.count() == 1

    Space.objects.all().delete()
    with on_commit():
        accept_place(by=maya.viewer, place=place)

    assert Space.objects.count() == 1
