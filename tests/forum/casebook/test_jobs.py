"""What the records promise: 24 months after the decision, and no longer."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from forum.casebook.actions.note import write_note
from forum.casebook.actions.objection import judge_objection
from forum.casebook.jobs import KEPT, forget_decided
from forum.casebook.models import Note, Objection
from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.concerns.models import Concern
from forum.covers.actions.cover import lift_cover
from forum.covers.models import Cover
from forum.desk.actions.decision import KEEP, decide_case
from forum.desk.actions.report import report_message
from forum.desk.models import Case
from forum.extracts.actions.widening import Why, ask_widening, refuse_widening
from forum.extracts.models import Excerpt, Widening
from tests.factories.direct import make_conversation
from tests.factories.forum import make_thread, say

KINDS = (Excerpt, Note, Widening)


@pytest.fixture
def case(ada, bola, dina, leo, kemi):
    """About a private message, with an extract, a note, and a request that was answered."""
    talk = make_conversation(bola.person, ada.person)
    before, said = say(bola.viewer, talk), say(bola.viewer, talk)
    words = {"reason": "harassment", "words": "", "key": uuid4(), "beside": [before.public_id]}
    case = report_message(by=ada.viewer, message=said, **words).case
    write_note(by=dina.viewer, matter=case, body="She wants to be phoned", key=uuid4())
    asked = ask_widening(by=leo, matter=case, about=said, why=Why("abuse", "It does not show"))
    refuse_widening(by=kemi, widening=asked)
    return case


@pytest.fixture
def covers(ada, bola, dina):
    """Two titles of which one is out of sight, and the other again in it."""
    found = []
    for _ in range(2):
        thread = make_thread(ada.viewer, title="Unkind title words")
        told = {"told": Told("other"), "key": uuid4()}
        concern = report_subject(by=bola.viewer, kind="thread", ref=thread.public_id, **told)
        decide_concern(by=dina.viewer, concern=concern, acts=True, reason="Unkind", hiding=Hiding(("title",), "No"))
        found.append(Cover.objects.get(matter=concern.public_id))
    lift_cover(found[1])
    return found


def how_many():
    return [kind.objects.count() for kind in KINDS]


def test_what_hangs_on_a_case_goes_24_months_after_its_decision(case, dina):
    decide_case(by=dina.viewer, case=case, decision=KEEP, reason="Nothing")
    Case.objects.update(decided_at=timezone.now() - KEPT + timedelta(days=1))
    forget_decided.now()
    assert how_many() == [1, 1, 1]

    Case.objects.update(decided_at=timezone.now() - KEPT - timedelta(days=1))
    forget_decided.now()
    forget_decided.now()

    assert how_many() == [0, 0, 0]


def test_what_waits_stays_however_long_and_nothing_outlives_its_case(case):
    Case.objects.update(opened_at=timezone.now() - 2 * KEPT)
    forget_decided.now()
    assert how_many() == [1, 1, 1]

    Case.objects.all().delete()
    forget_decided.now()

    assert how_many() == [0, 0, 0]


def test_words_that_are_out_of_sight_stay_and_those_that_came_back_go(covers):
    forget_decided.now()
    assert Cover.objects.count() == 2

    Concern.objects.update(decided_at=timezone.now() - KEPT - timedelta(days=1))
    forget_decided.now()

    assert Cover.objects.get() == covers[0]


def test_an_appeal_goes_with_its_time_and_its_notes_with_it(ada, dina, leo, taken, objected):
    objection = objected(taken("pause", ada.person, by=dina.viewer, days=7), uuid4())
    write_note(by=leo, matter=objection, body="Look at the thread", key=uuid4())
    judge_objection(by=leo, objection=objection, overturns=False, reason="She did")
    forget_decided.now()
    assert (Objection.objects.count(), Note.objects.count()) == (1, 1)

    Objection.objects.update(decided_at=timezone.now() - KEPT - timedelta(days=1))
    forget_decided.now()

    assert (Objection.objects.count(), Note.objects.count()) == (0, 0)
