import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.talk.actions.draft import keep_draft
from forum.talk.actions.thread import close_thread
from forum.talk.models import Draft, Message
from tests.factories.forum import make_thread, say


def page_of(thread):
    return reverse("thread", args=[thread.public_id])


def keep(who, thread, **data):
    return who.client.post(reverse("draft", args=[thread.public_id]), data)


def offered(who, thread):
    return re.search(r"<textarea[^>]*>([^<]*)</textarea>", who.client.get(page_of(thread)).text)[1]


def queries(who, path):
    who.client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert who.client.get(path).status_code == 200
    return len(asked)


def test_the_composer_has_a_second_button_that_leads_to_the_draft(bola, topic):
    page = bola.client.get(page_of(topic)).text

    assert f'formaction="{reverse("draft", args=[topic.public_id])}"' in page and "data-kept" not in page


def test_what_was_kept_is_offered_again_to_oneself_in_that_thread(ada, bola, topic):
    answer = keep(bola, topic, body="Begun & kept", key=uuid4())

    assert answer["Location"] == f"{page_of(topic)}#compose"
    assert offered(bola, topic) == "Begun &amp; kept"
    assert "Your draft, kept <time" in bola.client.get(page_of(topic)).text
    assert (offered(ada, topic), offered(bola, make_thread(ada.viewer))) == ("", "")
    assert not Message.objects.filter(author=bola.person).exists()


def test_what_is_sent_is_offered_no_more(bola, topic):
    keep(bola, topic, body="Begun")

    bola.client.post(reverse("messages", args=[topic.public_id]), {"body": "Begun and done", "key": uuid4()})

    assert offered(bola, topic) == ""


def test_a_draft_is_emptied_by_keeping_nothing(bola, topic):
    keep(bola, topic, body="Begun")
    keep(bola, topic, body="   ")

    assert offered(bola, topic) == ""
    assert not Draft.objects.exists()


def test_an_answer_begun_stays_an_answer(ada, bola, topic):
    said = say(ada.viewer, topic, "What works?")

    answer = keep(bola, topic, body="This", reply_to=said.public_id)

    page = bola.client.get(answer["Location"]).text
    assert "Answering <strong>" in page and offered(bola, topic) == "This"


@pytest.mark.parametrize("body, status", [("x" * 8001, 422), ("x" * 8000, 302)])
def test_the_bounds_of_a_draft_are_those_of_a_message(bola, topic, body, status):
    answer = keep(bola, topic, body=body)

    assert answer.status_code == status
    assert Draft.objects.exists() is (status == 302)
    if status == 422:
        assert "Shorten your message" in answer.text and body in answer.text


def test_a_thread_closed_meanwhile_keeps_what_was_typed(ada, bola, topic):
    close_thread(by=ada.viewer, thread=topic)

    answer = keep(bola, topic, body="Too late words")

    assert answer.status_code == 409
    assert "closed for new messages" in answer.text and "Too late words" in answer.text


def test_a_draft_in_a_closed_thread_is_there_to_copy(ada, bola, topic):
    keep(bola, topic, body="Begun in time")
    close_thread(by=ada.viewer, thread=topic)

    page = bola.client.get(page_of(topic)).text

    assert "Begun in time" in page and "This thread was closed on" in page and "data-composer" not in page


def test_a_refused_message_wins_over_the_draft(bola, topic):
    keep(bola, topic, body="Begun")

    answer = bola.client.post(reverse("messages", args=[topic.public_id]), {"body": "y" * 8001, "key": uuid4()})

    assert "y" * 8001 in answer.text and "Begun" not in answer.text and "data-kept" not in answer.text


def test_a_page_with_a_draft_asks_no_more_than_one_without(ada, bola, topic):
    without = queries(bola, page_of(topic))
    keep_draft(by=bola.viewer, thread=topic, body="Begun")
    for _ in range(9):
        keep_draft(by=bola.viewer, thread=make_thread(ada.viewer), body="Begun")

    assert queries(bola, page_of(topic)) == without
