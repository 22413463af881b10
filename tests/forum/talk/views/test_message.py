from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from forum.files.models import Upload
from forum.talk.actions.thread import close_thread
from forum.talk.models import Message
from tests.factories.files import paper
from tests.factories.forum import make_thread, say


def post(who, thread, fragment=False, **data):
    headers = {"X-Fragment": "1"} if fragment else {}
    return who.client.post(reverse("messages", args=[thread.public_id]), data, headers=headers)


def page_of(name, message):
    return reverse(name, args=[message.thread.public_id, message.public_id])


def test_posting_leads_to_the_message(bola, topic):
    answer = post(bola, topic, body="Hello", key=uuid4())

    message = Message.objects.get(author=bola.person)
    assert answer["Location"] == f"/m/t/{topic.public_id}/?at={message.public_id}#{message.element_id}"


def test_an_element_gets_the_message_itself_and_again_for_a_retry(bola, topic):
    key = uuid4()

    first, second = (post(bola, topic, fragment=True, body="Hello", key=key) for _ in range(2))

    message = Message.objects.get(author=bola.person)
    assert first.text == second.text
    assert f'id="{message.element_id}"' in first.text and "<html" not in first.text


def test_a_double_click_is_one_message(bola, topic):
    key = uuid4()

    answers = [post(bola, topic, body="Hello", key=key)["Location"] for _ in range(2)]

    assert answers[0] == answers[1]
    assert Message.objects.filter(author=bola.person).count() == 1


def test_an_answer_quotes(ada, bola, topic):
    said = say(ada.viewer, topic, "What works?")

    answer = post(bola, topic, fragment=True, body="This", key=uuid4(), reply_to=said.public_id)

    assert "What works?" in answer.text


@pytest.mark.parametrize("body, status", [("", 422), ("   ", 422), ("x" * 8001, 422), ("x" * 8000, 302)])
def test_the_bounds_of_a_message(bola, topic, body, status):
    answer = post(bola, topic, body=body, key=uuid4())

    assert answer.status_code == status
    if status == 422:
        assert "<title>Error: Thread" in answer.text and "There is a problem" in answer.text
        assert body.strip() in answer.text


def test_a_refused_fragment_says_why_and_keeps_the_words(bola, topic):
    answer = post(bola, topic, fragment=True, body="x" * 8001, key=uuid4())

    assert answer.status_code == 422
    assert 'class="field__error"' in answer.text and "x" * 8001 in answer.text and "<html" not in answer.text


def test_other_words_with_a_used_key_are_shown_beside_the_first_and_get_a_fresh_key(bola, topic):
    key = uuid4()
    post(bola, topic, body="First words", key=key)

    for fragment in (True, False):
        answer = post(bola, topic, fragment, body="Other words", key=key)
        assert answer.status_code == 409
        assert "First words" in answer.text and "Other words" in answer.text
        assert str(key) not in answer.text


def test_a_broken_key_gives_way_to_a_fresh_one(bola, topic):
    answer = post(bola, topic, body="Hello", key="1 or 1")

    assert answer.status_code == 422
    assert "1 or 1" not in answer.text


@pytest.mark.parametrize("reply_to", ["\x00", "x" * 13, "nothere"])
def test_an_answer_to_nothing_answers_nobody_and_breaks_nothing(bola, topic, reply_to):
    answer = post(bola, topic, body="Kept words", key=uuid4(), reply_to=reply_to)

    assert answer.status_code in (302, 422)


def test_a_thread_closed_meanwhile_keeps_what_was_typed(ada, bola, topic):
    close_thread(by=ada.viewer, thread=topic)

    answer = post(bola, topic, body="Too late words", key=uuid4())

    assert answer.status_code == 409
    assert "closed for new messages" in answer.text and "Too late words" in answer.text


def test_too_fast_says_when_to_come_back(bola, topic):
    for _ in range(10):
        post(bola, topic, body="Hello", key=uuid4())

    answer = post(bola, topic, body="Eleventh words", key=uuid4())

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 60
    assert "You have posted 10 messages in a minute." in answer.text and "Eleventh words" in answer.text
    # A page of the thread for each would make a flood dearer for us than for them.
    assert "<live-thread" not in answer.text and reverse("thread", args=[topic.public_id]) in answer.text


def test_too_fast_the_files_are_kept_and_the_same_form_sent_later_is_one_message(bola, topic):
    key = uuid4()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(10):
            post(bola, topic, body="Hello", key=uuid4())
        refused = post(bola, topic, body="With a paper", key=key, files=[paper()])
        upload = Upload.objects.get(owner=bola.person)
        clock.shift(61)
        answers = [post(bola, topic, body="With a paper", key=key, uploads=[upload.public_id]) for _ in range(2)]

    assert refused.status_code == 429
    assert f'value="{upload.public_id}"' in refused.text and f'value="{key}"' in refused.text
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Message.objects.filter(body="With a paper").count() == 1


def test_fields_of_the_server_are_not_taken_from_a_form(ada, bola, topic):
    post(bola, topic, body="Hello", key=uuid4(), author=ada.person.pk, number=99, said_at="2020-01-01", html="<b>x</b>")

    message = Message.objects.get(author=bola.person)
    assert (message.number, message.html) == (2, "<p>Hello</p>\n")
    assert message.said_at.year > 2020


def test_ones_own_message_offers_edit_and_delete_others_offer_report(ada, bola, topic):
    message = say(ada.viewer, topic)

    mine, theirs = (who.client.get(page_of("message", message)).text for who in (ada, bola))

    offers = [page_of(name, message) for name in ("message_edit", "message_deletion", "report_new")]
    assert [offer in mine for offer in offers] == [True, True, False]
    assert [offer in theirs for offer in offers] == [False, False, True]


def test_editing_and_deleting_by_plain_forms(ada, bola, topic):
    message = say(ada.viewer, topic, "Helo")

    ada.client.post(page_of("message_edit", message), {"body": "Hello there"})
    assert "Hello there" in bola.client.get(reverse("thread", args=[topic.public_id])).text

    ada.client.post(page_of("message_deletion", message))
    page = bola.client.get(reverse("thread", args=[topic.public_id])).text
    assert "Hello there" not in page and "deleted this message" in page


def test_an_edit_in_a_thread_closed_meanwhile_keeps_the_words(ada, topic):
    message = say(ada.viewer, topic)
    close_thread(by=ada.viewer, thread=topic)

    answer = ada.client.post(page_of("message_edit", message), {"body": "Corrected words"})

    assert answer.status_code == 409
    assert "Corrected words" in answer.text


def test_a_message_is_found_only_in_its_own_thread(ada, bola, topic):
    message, other = say(ada.viewer, topic), make_thread(ada.viewer)

    assert bola.client.get(reverse("message", args=[other.public_id, message.public_id])).status_code == 404


def test_nothing_typed_reaches_a_title(ada, bola, lounge):
    topic = make_thread(ada.viewer, lounge, title="canary", body="<script>canary()</script>")

    page = bola.client.get(reverse("thread", args=[topic.public_id])).text

    assert "<title>Thread - BALI Network</title>" in page
    assert "&lt;script&gt;canary()" in page and "<script>canary" not in page
