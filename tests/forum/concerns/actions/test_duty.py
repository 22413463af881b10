"""Coming to the table, leaving it, and being given what waits."""

from uuid import uuid4

import pytest

from forum.concerns.actions.duty import Wishes, keep_duty, take_next
from forum.concerns.actions.matter import HandsFull, claim_matter
from forum.concerns.models import Concern, Duty
from forum.concerns.rules import MOST_HELD
from network.access.visible import Refused
from network.people.actions.affiliation import affiliate
from network.records.models import StaffAction


def be_on(viewer, *spared, is_on=True, hands_over=False):
    return keep_duty(by=viewer, wishes=Wishes(is_on, frozenset(spared), hands_over))


def test_coming_and_going_are_logged_and_what_one_is_spared_is_not(dina):
    be_on(dina.viewer, "racism")
    be_on(dina.viewer, "racism", "sexual")
    be_on(dina.viewer, is_on=False)

    lines = list(StaffAction.objects.order_by("pk").values_list("verb", "about_id", "reason"))
    assert lines == [("went_on_duty", None, ""), ("went_off_duty", None, "")]
    assert Duty.objects.get().categories == []


def test_only_who_moderates_is_on_duty_and_each_sees_their_own_alone(ada, bola, dina, leo):
    be_on(dina.viewer, "racism")

    for who in (ada, bola):
        with pytest.raises(Refused):
            be_on(who.viewer)
        with pytest.raises(Refused):
            take_next(by=who.viewer, key=uuid4())
    assert not Duty.objects.visible_to(leo).exists()


def test_the_most_urgent_is_given_first_and_nothing_where_nothing_waits(ada, bola, dina, concern_about):
    later, sooner = concern_about(ada, by=bola), concern_about(ada, by=bola, category="harassment")

    assert [take_next(by=dina.viewer, key=uuid4()) for _ in range(3)] == [sooner, later, None]
    assert Concern.objects.held_by(dina.viewer).count() == 2


def test_one_press_that_came_twice_takes_one(ada, bola, dina, leo, concern_about):
    for _ in range(3):
        concern_about(ada, by=bola)
    key = uuid4()

    once, again, anew = (take_next(by=dina.viewer, key=one) for one in (key, key, uuid4()))

    assert once == again != anew
    assert Concern.objects.held_by(dina.viewer).count() == 2
    assert take_next(by=leo, key=key) not in (once, anew, None)


def test_what_one_would_rather_not_have_is_given_to_others(ada, bola, dina, leo, concern_about):
    spared = concern_about(ada, by=bola, category="racism")
    be_on(dina.viewer, "racism")

    assert take_next(by=dina.viewer, key=uuid4()) is None
    assert take_next(by=leo, key=uuid4()) == spared


def test_what_is_about_a_colleague_is_passed_over(ada, bola, cem, dina, concern_about):
    affiliate(person=dina.person, organisation=ada.person.affiliations.get().organisation)
    concern_about(ada, by=bola, category="harassment")
    about_cem = concern_about(cem, by=bola)

    assert take_next(by=dina.viewer, key=uuid4()) == about_cem


def test_a_full_hand_is_given_nothing(ada, bola, dina, concern_about):
    for _ in range(MOST_HELD + 1):
        concern_about(ada, by=bola)
    for _ in range(MOST_HELD):
        take_next(by=dina.viewer, key=uuid4())

    with pytest.raises(HandsFull):
        take_next(by=dina.viewer, key=uuid4())


@pytest.mark.parametrize("hands_over", [True, False])
def test_whoever_leaves_hands_over_what_they_have_if_they_like(ada, bola, dina, leo, concern_about, hands_over):
    concern = claim_matter(by=dina.viewer, matter=concern_about(ada, by=bola))

    be_on(dina.viewer, is_on=False, hands_over=hands_over)

    concern.refresh_from_db()
    assert concern.claimed_by_id == (None if hands_over else dina.person.pk)
    assert take_next(by=leo, key=uuid4()) == (concern if hands_over else None)
