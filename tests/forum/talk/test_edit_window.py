"""One's words can be put otherwise for a day. Later they can only be deleted."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.desk.actions.report import report_message
from forum.talk import rules
from forum.talk.actions.held import post_held
from forum.talk.actions.message import delete_message, edit_message, post_message
from forum.talk.models import EarlierWords, Held, Message
from forum.talk.models.message import EDITABLE_FOR
from network.access.visible import Refused
from tests.factories.forum import hold, make_space, make_thread, say

SAID = datetime(2031, 11, 4, 11, 20, tzinfo=UTC)
EDGE = SAID + timedelta(hours=24)
OVER = "The time to change this message ended on 5 November 2031 at 11:20."


def page_of(name, message):
    return reverse(name, args=[message.thread.public_id, message.public_id])


@pytest.fixture
def message(ada, topic):
    """Words of Ada's, said at twenty past eleven."""
    with time_machine.travel(SAID, tick=False):
        return say(ada.viewer, topic, "Helo")


@pytest.mark.parametrize(("moment", "may"), [(EDGE - timedelta(microseconds=1), True), (EDGE, False)])
def test_to_the_last_moment_of_the_day_and_no_longer(ada, message, moment, may):
    with time_machine.travel(moment, tick=False):
        assert rules.can_edit(ada.viewer, message) is may
        assert rules.can_delete(ada.viewer, message)


def test_the_action_refuses_and_says_when_it_ended(ada, message):
    with time_machine.travel(EDGE, tick=False), pytest.raises(Refused) as refused:
        edit_message(by=ada.viewer, message=message, body="Hello")

    assert str(refused.value) == OVER
    assert not EarlierWords.objects.exists()


def test_an_edit_begins_no_second_day(ada, message):
    with time_machine.travel(EDGE - timedelta(hours=1), tick=False) as clock:
        edit_message(by=ada.viewer, message=message, body="Hello")
        clock.shift(EDITABLE_FOR - timedelta(hours=2))
        with pytest.raises(Refused):
            edit_message(by=ada.viewer, message=message, body="Hello again")


def test_the_messages_page_offers_it_for_a_day_and_deleting_for_ever(ada, message):
    offers = []
    for moment in (EDGE - timedelta(minutes=1), EDGE):
        with time_machine.travel(moment, tick=False):
            page = ada.client.get(page_of("message", message)).text
        offers.append([page_of(name, message) in page for name in ("message_edit", "message_deletion")])

    assert offers == [[True, True], [False, True]]


def test_the_form_says_until_when(ada, message):
    with time_machine.travel(EDGE - timedelta(minutes=1), tick=False):
        assert "until 5 November 2031 at 11:20" in ada.client.get(page_of("message_edit", message)).text


def test_later_its_page_says_that_it_is_over_and_what_is_left(ada, message):
    with time_machine.travel(EDGE, tick=False):
        answer = ada.client.get(page_of("message_edit", message))

    assert answer.status_code == 200
    assert OVER in answer.text and "<textarea" not in answer.text and ">Save<" not in answer.text
    assert f"?reply={message.public_id}#compose" in answer.text
    assert page_of("message_deletion", message) in answer.text


def test_a_form_left_open_past_the_edge_is_refused_with_what_was_typed(ada, message):
    with time_machine.travel(EDGE, tick=False):
        answer = ada.client.post(page_of("message_edit", message), {"body": "Hello <there>"})

    assert answer.status_code == 409
    assert "<title>Error: " in answer.text and OVER in answer.text
    assert "Hello &lt;there&gt;</textarea>" in answer.text and ">Save<" not in answer.text
    assert Message.objects.get(pk=message.pk).body == "Helo"


def test_an_empty_form_left_open_says_so_too(ada, message):
    with time_machine.travel(EDGE, tick=False):
        answer = ada.client.post(page_of("message_edit", message), {"body": ""})

    assert answer.status_code == 422 and ">Save<" not in answer.text


def test_the_page_leads_nowhere_that_is_closed_or_gone(ada, topic, message):
    topic.closed_at = EDGE
    topic.save()
    with time_machine.travel(EDGE, tick=False):
        closed = ada.client.get(page_of("message_edit", message)).text
        delete_message(by=ada.viewer, message=message)
        gone = ada.client.get(page_of("message_edit", message)).text

    assert "#compose" not in closed and page_of("message_deletion", message) in closed
    assert page_of("message_deletion", message) not in gone


def test_for_others_there_is_no_such_page_before_or_after(bola, message):
    for moment in (EDGE - timedelta(minutes=1), EDGE):
        with time_machine.travel(moment, tick=False):
            assert bola.client.get(page_of("message_edit", message)).status_code == 404
            assert bola.client.post(page_of("message_edit", message), {"body": "Mine"}).status_code == 404


def test_it_costs_no_question_more(ada, message):
    counts = {}
    for moment in (EDGE - timedelta(minutes=1), EDGE):
        with time_machine.travel(moment, tick=False):
            for name in ("message", "message_edit"):
                ada.client.get(page_of(name, message))
                with CaptureQueriesContext(connection) as asked:
                    ada.client.get(page_of(name, message))
                counts.setdefault(name, []).append(len(asked))

    assert counts["message_edit"][1] == counts["message_edit"][0]
    assert counts["message"][1] <= counts["message"][0]


def test_what_it_said_before_stays_for_its_author_and_for_whom_it_is_reported_to(ada, bola, dina, message):
    with time_machine.travel(EDGE - timedelta(minutes=1), tick=False):
        edit_message(by=ada.viewer, message=message, body="Hello")
    with time_machine.travel(EDGE + timedelta(days=5), tick=False):
        report = report_message(by=bola.viewer, message=message, reason="other", words="", key=uuid4())

        answers = [who.client.get(page_of("message_history", message)).status_code for who in (ada, bola)]
        case = dina.client.get(reverse("case", args=[report.case.public_id])).text

    assert answers == [200, 404]
    assert "Helo" in case


def test_what_waited_has_its_day_from_when_it_was_posted(ada, bola, dina):
    thread = make_thread(ada.viewer, make_space(approves_first=True))
    with time_machine.travel(SAID, tick=False):
        held = hold(bola.viewer, thread)
    with time_machine.travel(EDGE, tick=False):
        post_held(by=dina.viewer, held=held)

    posted = Message.objects.get(author=bola.person)

    assert posted.editable_until == EDGE + EDITABLE_FOR
    assert not Held.objects.waiting().exists()


def test_a_message_just_said_can_be_changed(bola, topic):
    message = post_message(by=bola.viewer, thread=topic, body="Hello", key=uuid4())

    assert rules.can_edit(bola.viewer, message)
