"""What still holds somebody or hides words keeps all that led to it, until 24 months after it has ended."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from forum.casebook.actions.cover import object_to_cover
from forum.casebook.actions.lifting import lift_measure
from forum.casebook.actions.note import write_note
from forum.casebook.actions.objection import judge_objection, object_to_declining
from forum.casebook.models import Note, Objection
from forum.concerns.actions.concern import NOTHING, Hiding, Told, decide_concern, report_subject
from forum.concerns.models import Concern, Measure
from forum.covers.models import Cover
from forum.desk.models import Case, Report
from forum.extracts.models import Excerpt, Widening
from forum.spaces.models import Pause
from forum.talk.actions.held import decline_held
from network.people.actions.suspension import restore
from network.people.models import User
from network.records.keeping import KEPT
from tests.factories.forum import hold, make_space, make_thread

A_DAY = timedelta(days=1)
HANGS_ON_IT = (Case, Report, Excerpt, Note, Widening)


@pytest.fixture(autouse=True)
def _long_ago(clock):
    """All is said and done five years ago."""


def tell(by, thread):
    told = Told("other", "Please look at it")
    return report_subject(by=by, kind="thread", ref=thread.public_id, told=told, key=uuid4())


def decide(concern, by, hiding=NOTHING):
    return decide_concern(by=by, concern=concern, acts=True, reason="Again", hiding=hiding)


def test_who_is_kept_out_without_an_end_keeps_all_that_led_to_it(
    ada, dina, leo, kemi, concern, taken, objected, after, how_many
):
    decide(concern, dina.viewer)
    write_note(by=dina.viewer, matter=concern, body="Told her on the phone", key=uuid4())
    facts = {"scope": concern.scope, "matter": concern.public_id}
    bar = taken("bar", ada.person, by=dina.viewer, second=leo, **facts)
    judge_objection(by=kemi, objection=objected(bar, uuid4()), overturns=False, reason="She did")
    after(2 * KEPT)
    assert how_many(Concern, Note, Measure, Objection) == [1, 1, 1, 1]

    lift_measure(by=kemi, measure=Measure.objects.get())
    after(KEPT)
    assert how_many(Concern, Note, Measure, Objection) == [1, 1, 1, 1]

    after(A_DAY)

    assert how_many(Concern, Note, Measure, Objection) == [0, 0, 0, 0]


def test_a_closed_account_keeps_its_record_until_24_months_after_it_opens(
    ada, dina, leo, kemi, concern, taken, after, how_many
):
    decide(concern, dina.viewer)
    taken("suspension", ada.person, by=kemi, second=leo, matter=concern.public_id)
    after(2 * KEPT)
    assert how_many(Concern, Measure) == [1, 1]

    restore(person=User.objects.get(pk=ada.person.pk), by=User.objects.get(pk=kemi.person_id))
    after(KEPT)
    assert how_many(Concern, Measure) == [1, 1]

    after(A_DAY)

    assert how_many(Concern, Measure) == [0, 0]


def test_a_pause_goes_24_months_after_its_end_and_what_it_came_of_with_it(
    ada, dina, leo, concern, taken, after, how_many
):
    decide(concern, dina.viewer)
    taken("pause", ada.person, by=dina.viewer, second=leo, days=300, matter=concern.public_id)
    after(KEPT + timedelta(days=300))
    assert how_many(Concern, Measure, Pause) == [1, 1, 1]

    after(A_DAY)

    assert how_many(Concern, Measure, Pause) == [0, 0, 0]


def test_a_proposal_nobody_has_answered_keeps_what_it_came_of(ada, dina, concern, taken, after, how_many):
    decide(concern, dina.viewer)
    taken("suspension", ada.person, by=dina.viewer, matter=concern.public_id)

    after(2 * KEPT)

    assert how_many(Concern, Measure) == [1, 1]


def test_an_appeal_that_waits_keeps_what_it_is_against(ada, dina, leo, concern, taken, objected, after, how_many):
    decide(concern, dina.viewer)
    pause = taken("pause", ada.person, by=dina.viewer, days=7, matter=concern.public_id)
    objection = objected(pause, uuid4())
    write_note(by=leo, matter=objection, body="Look at the thread", key=uuid4())
    after(2 * KEPT)
    assert how_many(Concern, Objection, Measure, Pause, Note) == [1] * 5

    judge_objection(by=leo, objection=objection, overturns=False, reason="She did")
    after(KEPT)
    assert how_many(Concern, Objection, Measure, Pause, Note) == [1] * 5

    after(A_DAY)

    assert how_many(Concern, Objection, Measure, Pause, Note) == [0] * 5


def test_one_against_a_declined_message_goes_24_months_after_it_was_judged(bola, dina, leo, after, how_many):
    room = make_space(approves_first=True)
    held = decline_held(by=dina.viewer, held=hold(bola.viewer, make_thread(dina.viewer, room)), words="Unkind")
    objection = object_to_declining(by=bola.viewer, held=held, words="It is kind", key=uuid4())
    after(2 * KEPT)
    assert how_many(Objection) == [1]

    judge_objection(by=leo, objection=objection, overturns=False, reason="It is not")
    after(KEPT)
    assert how_many(Objection) == [1]

    after(A_DAY)

    assert how_many(Objection) == [0]


def test_words_that_are_out_of_sight_keep_their_record_until_24_months_after_they_came_back(
    ada, bola, dina, leo, after, how_many
):
    thread = make_thread(ada.viewer, title="Unkind title words")
    decide(tell(bola.viewer, thread), dina.viewer, Hiding(("title",), "No"))
    appeal = object_to_cover(by=ada.viewer, cover=Cover.objects.get(), words="It was not", key=uuid4())
    decide_concern(by=leo, concern=appeal, acts=False, reason="It was")
    after(2 * KEPT)
    assert how_many(Concern, Cover) == [2, 1]

    Cover.objects.update(lifted_at=timezone.now())
    after(KEPT)
    assert how_many(Concern, Cover) == [2, 1]

    after(A_DAY)

    assert how_many(Concern, Cover) == [0, 0]
