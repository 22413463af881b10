"""Somebody else looks at a complaint than whoever decided what it is about."""

from uuid import uuid4

from forum.casebook.actions.complaint import complain
from forum.concerns.actions.concern import Told, decide_concern, report_subject
from forum.desk.actions.decision import KEEP, decide_case
from forum.desk.actions.report import report_message
from network.access.visible import can_see
from tests.factories.forum import make_thread, say


def about(*references):
    told = Told("complaint", f"Wrong: {' '.join(references)}, and it still stands.")
    return complain(told=told, place="My report", answer_to="", key=uuid4(), is_mailed=False)


def decided_by(moderator, ada, bola):
    facts = {"kind": "thread", "ref": make_thread(ada.viewer).public_id, "told": Told("other"), "key": uuid4()}
    return decide_concern(by=moderator, concern=report_subject(by=bola.viewer, **facts), acts=False, reason="Fine")


def seen_by(complaint, *viewers):
    return [can_see(viewer, complaint) for viewer in viewers]


def test_whoever_decided_a_concern_sees_no_complaint_about_it(ada, bola, dina, leo):
    complaint = about(decided_by(dina.viewer, ada, bola).public_id)

    assert seen_by(complaint, dina.viewer, leo) == [False, True]


def test_nor_whoever_decided_a_message_or_a_measure(ada, bola, dina, leo, kemi, topic, taken):
    report = report_message(by=bola.viewer, message=say(ada.viewer, topic), reason="other", words="", key=uuid4())
    decide_case(by=dina.viewer, case=report.case, decision=KEEP, reason="Fine")
    measure = taken("pause", ada.person, by=dina.viewer, second=leo, days=90)

    assert seen_by(about(report.public_id), dina.viewer, leo, kemi) == [False, True, True]
    assert seen_by(about(measure.public_id), dina.viewer, leo, kemi) == [False, False, True]


def test_only_the_first_reference_counts(ada, bola, dina, leo):
    first, second = decided_by(dina.viewer, ada, bola), decided_by(leo, ada, bola)

    assert seen_by(about(first.public_id, second.public_id), dina.viewer, leo) == [False, True]


def test_what_is_no_reference_keeps_nobody_away(dina, leo):
    assert seen_by(about("abcdefghjkmn"), dina.viewer, leo) == [True, True]


def test_where_nobody_else_would_be_left_somebody_looks_all_the_same(ada, bola, dina):
    assert seen_by(about(decided_by(dina.viewer, ada, bola).public_id), dina.viewer) == [True]
