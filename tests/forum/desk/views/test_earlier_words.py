"""What a reported message said before, on the table of whoever may decide."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.desk.actions.report import report_message
from forum.talk.actions.message import delete_message, edit_message
from tests.factories.forum import make_thread, say


@pytest.fixture
def edited(ada, alumni_room):
    """Ada's, where Dina may not read."""
    message = say(ada.viewer, make_thread(ada.viewer, alumni_room), "canary")
    return edit_message(by=ada.viewer, message=message, body="In other words")


def reported(who, message):
    report = report_message(by=who.viewer, message=message, reason="other", words="", key=uuid4())
    return reverse("case", args=[report.case.public_id])


def history_of(message):
    return reverse("message_history", args=[message.thread.public_id, message.public_id])


def test_whoever_may_decide_reads_them_on_the_case_alone(cem, ada, dina, topic):
    message = edit_message(by=ada.viewer, message=say(ada.viewer, topic, "canary"), body="In other words")
    desk = reported(cem, message)

    assert "canary" in dina.client.get(desk).text
    assert dina.client.get(history_of(message)).status_code == 404


def test_the_office_alone_opens_nothing(dina, edited):
    assert dina.client.get(history_of(edited)).status_code == 404


def test_nobody_decides_about_their_own_words_or_report(dina, cem, ada, topic):
    own = edit_message(by=dina.viewer, message=say(dina.viewer, topic, "canary"), body="In other words")
    theirs = edit_message(by=ada.viewer, message=say(ada.viewer, topic, "canary"), body="In other words")

    for desk in (reported(cem, own), reported(dina, theirs)):
        assert dina.client.get(desk).status_code == 404


def test_what_its_author_deletes_is_gone_from_the_desk(cem, ada, dina, topic):
    message = edit_message(by=ada.viewer, message=say(ada.viewer, topic, "canary"), body="In other words")
    desk = reported(cem, message)

    delete_message(by=ada.viewer, message=message)

    page = dina.client.get(desk).text
    assert "In other words" in page and "canary" not in page


def test_what_is_edited_after_the_decision_is_the_authors_alone_again(cem, ada, dina, topic):
    message = edit_message(by=ada.viewer, message=say(ada.viewer, topic, "canary"), body="In other words")
    desk = reported(cem, message)
    dina.client.post(desk, {"decision": "keep", "reason": "It is kind"})

    edit_message(by=ada.viewer, message=message, body="Words of today")

    page = dina.client.get(desk)
    assert page.status_code == 200 and "canary" not in page.text


def test_many_edits_ask_no_more(cem, ada, dina, topic):
    message = edit_message(by=ada.viewer, message=say(ada.viewer, topic, "One"), body="Two")
    desk = reported(cem, message)

    def asked():
        dina.client.get(desk)
        with CaptureQueriesContext(connection) as queries:
            dina.client.get(desk)
        return len(queries)

    one = asked()
    for number in range(9):
        edit_message(by=ada.viewer, message=message, body=f"Words {number}")

    assert asked() == one
