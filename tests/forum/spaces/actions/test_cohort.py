import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from forum.spaces.actions.cohort import make_cohort_space
from forum.spaces.models import Space
from tests.factories.forum import make_space


def test_a_cohort_finds_one_space_however_often_it_is_made(cem, ada, bola, dina, finn):
    first, second = (make_cohort_space(code="C12") for _ in range(2))

    assert first == second == Space.objects.get()
    readers = [who for who in (cem, ada, bola, dina, finn) if Space.objects.visible_to(who.viewer).exists()]
    assert readers == [cem]


@pytest.mark.parametrize(
    "code, name", [("C12", "Cohort 12"), ("C09", "Cohort 9"), ("LDN1", "Cohort LDN1"), ("C", "Cohort C")]
)
def test_its_name_says_the_cohort_and_no_more(db, code, name):
    assert make_cohort_space(code=code).name == name


def test_a_renamed_space_is_not_made_anew(db):
    space = make_cohort_space(code="C12")
    Space.objects.update(name="The twelve")

    assert make_cohort_space(code="C12") == space
    assert Space.objects.get().name == "The twelve"


def test_the_database_takes_one_of_a_cohort_and_any_number_of_others(db):
    make_cohort_space(code="C12")
    make_space(audience="cohort:C12")
    make_space(audience="cohort:C12")

    with pytest.raises(IntegrityError), transaction.atomic():
        make_space(made_for="cohort:C12")


def test_a_code_that_makes_no_audience_makes_no_space(db):
    with pytest.raises(ValidationError):
        make_cohort_space(code="")
    assert not Space.objects.exists()
