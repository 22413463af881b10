"""A whole cohort accepts in one moment: one space is made."""

from django.db import connection

from forum.spaces.actions.cohort import make_cohort_space
from forum.spaces.models import Space

MANY = 6


def rush(at_once):
    """As by so many requests that all looked before one of them wrote."""
    return at_once([lambda: make_cohort_space(code="C30").pk] * MANY)


def test_of_six_at_once_each_finds_the_same_space(db, at_once):
    answers = rush(at_once)

    assert answers == [Space.objects.get().pk] * MANY


def test_without_the_constraint_a_second_one_could_stand(db):
    constraint = next(one for one in Space._meta.constraints if one.name == "space_made_once")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Space, constraint)

    for _ in range(2):
        Space.objects.create(name="Cohort 30", audience="cohort:C30", made_for="cohort:C30")

    assert Space.objects.filter(made_for="cohort:C30").count() == 2
