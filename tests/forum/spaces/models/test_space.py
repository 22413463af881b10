import pytest
from django.db import transaction

from forum.spaces.models import Space
from tests.factories.forum import make_space


def test_versions_are_dense_and_counted_for_each_space(db):
    one, two = make_space(), make_space()

    taken = [one.advance(), one.advance(), two.advance(), one.advance()]

    assert taken == [1, 2, 1, 3]


def test_a_version_that_was_not_kept_is_taken_again(db):
    space = make_space()

    with transaction.atomic():
        space.advance()
        transaction.set_rollback(True)

    assert space.advance() == 1


def test_two_copies_of_a_space_never_take_the_same_version(db):
    space = make_space()
    copy = Space.objects.get(pk=space.pk)

    assert [space.advance(), copy.advance(), space.advance()] == [1, 2, 3]


def test_a_space_without_an_audience_is_nobodys(ada, dina, finn, outsider):
    make_space(audience="")

    assert not any(Space.objects.visible_to(who.viewer).exists() for who in (ada, dina, finn, outsider))


def test_a_public_space_is_for_those_who_are_signed_in(bola, efe, outsider):
    make_space(audience="public")

    assert [Space.objects.visible_to(who.viewer).count() for who in (bola, efe, outsider)] == [1, 1, 0]


def test_a_space_says_whom_it_is_for(db):
    assert [make_space(audience=word).audience_label for word in ("members", "alumni", "cohort:C12")] == [
        "Alumni and allies",
        "Alumni only",
        "Cohort only",
    ]


@pytest.mark.parametrize(
    "seconds, words",
    [
        (0, ""),
        (1, "Slow mode: one message in 1 second"),
        (30, "Slow mode: one message in 30 seconds"),
        (60, "Slow mode: one message in 1 minute"),
        (90, "Slow mode: one message in 90 seconds"),
        (3600, "Slow mode: one message in 60 minutes"),
    ],
)
def test_a_space_says_how_slowly_it_goes(seconds, words):
    assert Space(slow_seconds=seconds).pace == words
