from uuid import uuid4

import pytest
from django.core import mail

from forum.desk.actions.decision import KEEP, decide_case
from forum.desk.actions.report import ReportingTooFast, report_message
from forum.desk.models import Case, Report
from forum.talk.actions.message import delete_message, edit_message
from network.access.visible import Refused
from network.jobs.worker import run_jobs
from tests.factories.forum import make_thread, say


def report(who, message, reason="identifies"):
    return report_message(by=who.viewer, message=message, reason=reason, words="", key=uuid4())


@pytest.fixture
def message(ada, topic):
    return say(ada.viewer, topic, "Reported words")


def test_reported_twice_by_one_person_it_is_one_report(bola, cem, message):
    assert report(bola, message) == report(bola, message)
    assert report(cem, message)
    assert Report.objects.count() == 2


def test_the_words_are_kept_as_they_stood(ada, bola, message):
    mine = report(bola, message)

    edit_message(by=ada.viewer, message=message, body="Harmless words")
    delete_message(by=ada.viewer, message=message)

    mine.refresh_from_db()
    assert mine.reported_body == "Reported words"


def test_ten_reports_a_minute_are_enough_and_a_repeat_is_none(ada, bola, topic):
    said = [say(ada.viewer, topic) for _ in range(11)]
    for message in said[:10]:
        report(bola, message)

    with pytest.raises(ReportingTooFast):
        report(bola, said[10])
    assert report(bola, said[0]).message == said[0]


def test_one_reports_what_one_sees_and_did_not_say(ada, bola, eve, alumni_room, message):
    hidden = say(ada.viewer, make_thread(ada.viewer, alumni_room))

    for who, what in ((ada, message), (bola, hidden), (eve, message)):
        with pytest.raises(Refused):
            report(who, what)


def test_open_reports_about_a_message_are_one_case_due_with_the_most_urgent(bola, cem, dina, message):
    calm, urgent = report(bola, message), report(cem, message, "welfare")

    case = Case.objects.get()
    assert calm.case == urgent.case == case
    assert case.due_at == urgent.due_at < calm.due_at


def test_a_report_after_the_decision_is_a_new_case(bola, cem, dina, message):
    first = report(bola, message).case
    decide_case(by=dina.viewer, case=first, decision=KEEP, reason="It is kind")

    assert report(cem, message).case != first


def test_whoever_reports_hears_so_by_mail_with_a_reference_and_no_word_of_it(ada, bola, message):
    mine = report_message(by=bola.viewer, message=message, reason="other", words="canary", key=uuid4())

    run_jobs()

    letter = next(letter for letter in mail.outbox if letter.to == [bola.person.email])
    assert f"Your reference is {mine.public_id}." in letter.body
    for private in ("canary", "Reported", "report", ada.person.name, message.thread.title):
        assert private not in letter.subject + letter.body
