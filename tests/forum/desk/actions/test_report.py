from uuid import uuid4

import pytest

from forum.desk.actions.report import AlreadyDecided, ReportingTooFast, decide_report, report_message
from forum.desk.models import Report, ReportState
from forum.talk.actions.message import delete_message, edit_message
from forum.talk.models import Message
from network.access.visible import Refused, can_see
from network.notices.models import Notice
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.forum import make_thread, say


def report(who, message, words=""):
    return report_message(by=who.viewer, message=message, reason="identifies", words=words, key=uuid4())


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


def test_only_moderators_see_reports_and_never_about_themselves_or_by_themselves(ada, bola, dina, efe, finn, topic):
    about_ada = report(bola, say(ada.viewer, topic))
    about_dina = report(bola, say(dina.viewer, topic))
    by_dina = report(dina, say(ada.viewer, topic))

    assert [can_see(dina.viewer, one) for one in (about_ada, about_dina, by_dina)] == [True, False, False]
    assert not any(can_see(who.viewer, about_ada) for who in (ada, bola, efe, finn))
    for one in (about_dina, by_dina):
        with pytest.raises(Refused):
            decide_report(by=dina.viewer, report=one, hide=True, reason="No")


def test_a_moderator_decides_without_reading_the_room(ada, cem, dina, alumni_room):
    grant_role(person=cem.person, kind=RoleKind.ALUMNA, scope="C12", by=None)
    message = say(ada.viewer, make_thread(ada.viewer, alumni_room), "canary")
    one = report(cem, message)

    assert (can_see(dina.viewer, message), can_see(dina.viewer, one)) == (False, True)
    assert decide_report(by=dina.viewer, report=one, hide=True, reason="It names a child").state == ReportState.HIDDEN


def test_hiding_takes_a_version_and_tells_author_and_reporter_apart(ada, bola, dina, message):
    one, before = report(bola, message), message.version

    decide_report(by=dina.viewer, report=one, hide=True, reason="It names a child")

    hidden = Message.objects.get(pk=message.pk)
    assert hidden.hidden_at and hidden.version == before + 1
    assert [(n.person, n.kind) for n in Notice.objects.exclude(kind="talk.reply").order_by("kind")] == [
        (bola.person, "desk.decided"),
        (ada.person, "desk.hidden"),
    ]


def test_a_message_that_stands_is_not_touched_and_its_author_not_told(ada, bola, dina, message):
    decide_report(by=dina.viewer, report=report(bola, message), hide=False, reason="It is kind")

    assert Message.objects.get(pk=message.pk).version == message.version
    assert not Notice.objects.filter(person=ada.person, kind="desk.hidden").exists()


def test_every_decision_is_logged_without_the_words(ada, bola, dina, message):
    decide_report(by=dina.viewer, report=report(bola, message), hide=True, reason="It names a child")

    line = StaffAction.objects.get()
    assert (line.by_id, line.verb, line.about_id) == (dina.person.pk, "report_hidden", ada.person.pk)
    assert line.reason == "It names a child"


def test_a_report_is_decided_once(bola, dina, message):
    one = report(bola, message)
    decide_report(by=dina.viewer, report=one, hide=False, reason="It is kind")

    with pytest.raises(AlreadyDecided):
        decide_report(by=dina.viewer, report=one, hide=True, reason="It is not")
    assert Message.objects.get(pk=message.pk).hidden_at is None
