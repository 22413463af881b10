"""What waits is offered to somebody on duty, and to somebody else where they are full, spared or silent."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from forum.concerns.actions.concern import decide_concern
from forum.concerns.actions.duty import Wishes, keep_duty, take_next
from forum.concerns.actions.matter import claim_matter
from forum.concerns.actions.rota import offer_waiting
from forum.concerns.rules import MOST_HELD
from forum.desk.jobs import escalate_overdue
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from network.people.actions.affiliation import affiliate
from network.people.models import User


def on_duty(*viewers, spared=()):
    for viewer in viewers:
        keep_duty(by=viewer, wishes=Wishes(True, frozenset(spared)))


def offered(concern):
    concern.refresh_from_db()
    return concern.offered_to_id


def test_whoever_has_least_is_asked_and_may_leave_it(ada, bola, dina, leo, concern_about):
    on_duty(dina.viewer, leo)
    claim_matter(by=dina.viewer, matter=concern_about(ada, by=bola))
    concern = concern_about(ada, by=bola)

    offer_waiting()

    assert offered(concern) == leo.person_id and concern.claimed_by is None
    assert Notice.objects.get(kind="concerns.offered").person_id == leo.person_id
    run_jobs()
    letters = [letter for letter in mail.outbox if "on duty" in letter.body]
    assert len(letters) == 1 and "Words in a title" not in letters[0].subject + letters[0].body
    assert claim_matter(by=dina.viewer, matter=concern).claimed_by == dina.person


def test_one_turn_asks_each_for_their_part(ada, bola, dina, leo, concern_about):
    on_duty(dina.viewer, leo)
    concerns = [concern_about(ada, by=bola) for _ in range(4)]

    offer_waiting()

    asked = [offered(one) for one in concerns]
    assert sorted(asked) == sorted([dina.person.pk, leo.person_id] * 2)


def test_nobody_is_asked_for_more_than_they_may_hold(ada, bola, dina, concern_about):
    on_duty(dina.viewer)
    claim_matter(by=dina.viewer, matter=concern_about(ada, by=bola))
    concerns = [concern_about(ada, by=bola) for _ in range(MOST_HELD)]

    offer_waiting()

    assert [offered(one) for one in concerns].count(dina.person.pk) == MOST_HELD - 1


def test_what_somebody_left_too_long_keeps_nothing_else_from_them(ada, bola, dina, concern_about):
    on_duty(dina.viewer)
    left = [concern_about(ada, by=bola) for _ in range(MOST_HELD)]
    offer_waiting()
    assert {offered(one) for one in left} == {dina.person.pk}

    with time_machine.travel(timezone.now() + timedelta(hours=7), tick=False):
        latest = concern_about(ada, by=bola)
        offer_waiting()

    assert offered(latest) == dina.person.pk


def test_nobody_off_duty_is_asked(ada, bola, dina, leo, concern_about):
    concern = concern_about(ada, by=bola)

    offer_waiting()

    assert offered(concern) is None


def test_a_full_hand_is_passed_over_and_nothing_is_lost(ada, bola, dina, leo, lead, concern_about):
    on_duty(dina.viewer)
    for _ in range(MOST_HELD):
        claim_matter(by=dina.viewer, matter=concern_about(ada, by=bola))
    sixth = concern_about(ada, by=bola)

    offer_waiting()
    assert offered(sixth) is None
    on_duty(leo)
    offer_waiting()
    assert offered(sixth) == leo.person_id

    # Nobody takes it: it is late, and the owners hear of it.
    with time_machine.travel(sixth.due_at + timedelta(minutes=1), tick=False):
        escalate_overdue()
    assert Notice.objects.get(kind="desk.late", ref=sixth.public_id).person_id == lead.person_id


def test_who_is_spared_it_or_works_with_whom_it_is_about_is_not_asked(ada, bola, dina, leo, concern_about):
    on_duty(dina.viewer, spared=["racism"])
    affiliate(person=User.objects.get(pk=leo.person_id), organisation=ada.person.affiliations.get().organisation)
    on_duty(leo)
    concern = concern_about(ada, by=bola, category="racism")

    offer_waiting()

    assert offered(concern) is None


def test_after_a_quarter_of_its_time_somebody_else_is_asked(ada, bola, dina, leo, concern_about):
    on_duty(dina.viewer, leo)
    concern = concern_about(ada, by=bola)
    now = timezone.now()

    asked = []
    for hours in (0, 1, 7, 8):
        with time_machine.travel(now + timedelta(hours=hours), tick=False):
            offer_waiting()
            asked.append(offered(concern))

    assert asked[0] == asked[1] != asked[2] == asked[3]
    assert set(asked) == {dina.person.pk, leo.person_id}


def test_what_was_offered_is_given_first(ada, bola, dina, concern_about):
    concern_about(ada, by=bola, category="harassment")
    offered_one = concern_about(ada, by=bola)
    type(offered_one).objects.filter(pk=offered_one.pk).update(offered_to=dina.person, offered_at=timezone.now())

    assert take_next(by=dina.viewer, key=uuid4()) == offered_one


def test_whoever_leaves_duty_is_asked_no_more(ada, bola, dina, leo, concern_about):
    on_duty(dina.viewer)
    concern = concern_about(ada, by=bola)
    offer_waiting()

    keep_duty(by=dina.viewer, wishes=Wishes(False))
    on_duty(leo)
    offer_waiting()

    assert offered(concern) == leo.person_id


@pytest.mark.parametrize("settle", [claim_matter, None])
def test_the_letter_is_dropped_where_it_is_taken_meanwhile(ada, bola, dina, leo, concern_about, settle):
    on_duty(dina.viewer)
    concern = concern_about(ada, by=bola)
    offer_waiting()
    if settle:
        settle(by=leo, matter=concern)
    else:
        decide_concern(by=leo, concern=concern, acts=False, reason="It is kind")

    run_jobs()

    assert not [letter for letter in mail.outbox if "on duty" in letter.body]
