from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from forum.concerns.actions.matter import AlreadyTaken
from forum.desk.actions.decision import KEEP, PAUSE_DAY, PAUSE_WEEK, REMIND, decide_case
from forum.desk.actions.report import report_message
from forum.desk.models import CaseState
from forum.spaces.models import Pause
from forum.talk.actions.deletion import restore, take_back
from forum.talk.actions.message import delete_message
from forum.talk.models import Message
from network.access.visible import can_see
from network.notices.models import Notice
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.forum import make_thread, say


def report(who, message):
    return report_message(by=who.viewer, message=message, reason="identifies", words="", key=uuid4()).case


@pytest.fixture
def message(ada, topic):
    return say(ada.viewer, topic, "Reported words")


def test_a_moderator_decides_without_reading_the_room(ada, cem, dina, alumni_room):
    grant_role(person=cem.person, kind=RoleKind.ALUMNA, scope="C12", by=None)
    message = say(ada.viewer, make_thread(ada.viewer, alumni_room), "canary")
    one = report(cem, message)

    assert (can_see(dina.viewer, message), can_see(dina.viewer, one)) == (False, True)
    assert decide_case(by=dina.viewer, case=one, decision=REMIND, reason="It names a child").state == CaseState.HIDDEN


def test_hiding_takes_a_version_and_tells_author_and_reporter_apart(ada, bola, dina, message):
    one, before = report(bola, message), message.version

    decide_case(by=dina.viewer, case=one, decision=REMIND, reason="It names a child")

    hidden = Message.objects.get(pk=message.pk)
    assert hidden.hidden_at and hidden.version == before + 1
    told = Notice.objects.exclude(kind__in=["talk.reply", "desk.received"]).order_by("kind")
    assert [(n.person, n.kind) for n in told] == [
        (bola.person, "desk.decided"),
        (ada.person, "desk.hidden"),
    ]


def test_a_message_that_stands_is_not_touched_and_its_author_not_told(ada, bola, dina, message):
    decide_case(by=dina.viewer, case=report(bola, message), decision=KEEP, reason="It is kind")

    assert Message.objects.get(pk=message.pk).version == message.version
    assert not Notice.objects.filter(person=ada.person, kind="desk.hidden").exists()


def test_every_decision_is_logged_without_the_words(ada, bola, dina, message):
    decide_case(by=dina.viewer, case=report(bola, message), decision=REMIND, reason="It names a child")

    line = StaffAction.objects.get()
    assert (line.by_id, line.verb, line.about_id) == (dina.person.pk, "case_hidden", ada.person.pk)
    assert line.reason == "It names a child"


def test_a_case_is_decided_once(bola, dina, message):
    one = report(bola, message)
    decide_case(by=dina.viewer, case=one, decision=KEEP, reason="It is kind")

    with pytest.raises(AlreadyTaken):
        decide_case(by=dina.viewer, case=one, decision=REMIND, reason="It is not")
    assert Message.objects.get(pk=message.pk).hidden_at is None


def test_all_who_reported_are_told(bola, cem, dina, message):
    report(bola, message)
    case = report(cem, message)

    decide_case(by=dina.viewer, case=case, decision=KEEP, reason="It is kind")

    assert set(Notice.objects.filter(kind="desk.decided").values_list("person", flat=True)) == {
        bola.person.pk,
        cem.person.pk,
    }


def test_the_author_is_told_in_other_words_than_the_log(bola, dina, message):
    decide_case(by=dina.viewer, case=report(bola, message), decision=REMIND, reason="Third time", words="Hello Ada.")

    assert Message.objects.get(pk=message.pk).hidden_reason == "Hello Ada."
    assert StaffAction.objects.get().reason == "Third time"


@pytest.mark.parametrize(("decision", "days"), [(PAUSE_DAY, 1), (PAUSE_WEEK, 7)])
def test_hiding_and_pausing_is_one_decision_and_one_note(ada, bola, dina, message, decision, days):
    case = report(bola, message)

    case = decide_case(by=dina.viewer, case=case, decision=decision, reason="Third time", words="Hello")

    pause = Pause.objects.running().get(person=ada.person)
    assert case.state == CaseState.PAUSED and Message.objects.get(pk=message.pk).hidden_at
    assert timedelta(0) <= pause.ends_at - timezone.now() - timedelta(days=days) + timedelta(minutes=1)
    assert [notice.kind for notice in Notice.objects.filter(person=ada.person)] == ["desk.paused"]
    verbs = StaffAction.objects.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["case_paused", "paused_writing"]


def test_an_undo_does_not_beat_a_decision(ada, bola, dina, message):
    case = report(bola, message)
    take_back(by=ada.viewer, message=message)

    decide_case(by=dina.viewer, case=case, decision=REMIND, reason="It names a child")
    restore(by=ada.viewer, message=Message.objects.get(pk=message.pk))

    hidden = Message.objects.get(pk=message.pk)
    assert (hidden.deleted_at, hidden.is_standing) == (None, False)


def test_what_is_gone_for_good_is_not_hidden(ada, bola, dina, message):
    case = report(bola, message)
    delete_message(by=ada.viewer, message=message)

    decide_case(by=dina.viewer, case=case, decision=REMIND, reason="It named a child")

    assert Message.objects.get(pk=message.pk).hidden_at is None
    assert not Notice.objects.filter(person=ada.person, kind="desk.hidden").exists()
