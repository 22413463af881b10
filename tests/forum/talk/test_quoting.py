"""A quotation stands as long as what it is taken from, and for whom its author is in sight."""

from uuid import uuid4

import pytest

from forum.desk.hiding import hide
from forum.talk.actions.message import delete_message, edit_message, post_message
from forum.talk.models import EarlierWords, Message
from forum.talk.quoting import quoted, without_quote, without_quote_in
from forum.talk.writing import render
from tests.factories.forum import make_thread, say

SAID = "canary words\n\nof two lines"


@pytest.fixture
def answered(ada, bola, topic):
    """Bola's answer to Ada, begun with her words."""
    hers = say(ada.viewer, topic, SAID)
    body = f"{quoted(hers.body)}I agree"
    return hers, post_message(by=bola.viewer, thread=topic, body=body, key=uuid4(), reply_to=hers)


def page(who, topic):
    return who.client.get(f"/m/t/{topic.public_id}/").text


def test_words_become_a_quotation_and_go_again():
    assert quoted(SAID) == "> canary words\n>\n> of two lines\n\n"
    assert quoted("> older\n\nmine") == "> mine\n\n"
    assert quoted("> only older") == ""
    assert len(quoted("x" * 8_000)) < 2_100
    for body in (f"{quoted(SAID)}I agree", f"{quoted(SAID)}> > deeper\n\nI agree"):
        assert without_quote(f"{quoted(SAID)}I agree") == "I agree"
        assert "canary" not in without_quote_in(render(body)) and "I agree" in without_quote_in(render(body))
    assert without_quote_in("<p>I agree</p>") == "<p>I agree</p>"
    assert without_quote_in(render("> a\n> > b\n> c\n\nI agree")) == "<p>I agree</p>\n"


def test_the_link_fills_the_composer_without_javascript(ada, bola, topic):
    hers = say(ada.viewer, topic, SAID)

    shown = bola.client.get(f"/m/t/{topic.public_id}/", {"reply": hers.public_id, "quote": "1"}).text

    assert "&gt; canary words" in shown.split("<textarea")[1].split("</textarea>")[0]
    assert f'name="reply_to" value="{hers.public_id}"' in shown


def test_what_may_not_be_read_is_not_quoted(ada, maya, topic, hides):
    hers = say(ada.viewer, topic, SAID)
    hides(ada, maya)

    shown = maya.client.get(f"/m/t/{topic.public_id}/", {"reply": hers.public_id, "quote": "1"})

    assert "canary" not in shown.text


def test_deleted_words_are_erased_where_they_were_quoted(ada, cem, bola, topic, answered):
    hers, his = answered
    edit_message(by=bola.viewer, message=his, body=f"{quoted(hers.body)}I agree fully")

    delete_message(by=ada.viewer, message=hers)

    assert not Message.objects.filter(body__contains="canary").exists()
    assert not EarlierWords.objects.filter(html__contains="canary").exists()
    assert "I agree fully" in page(cem, topic) and "canary" not in page(cem, topic)


def test_hidden_words_are_hidden_there_too_and_an_answers_own_stay(cem, topic, answered):
    hers, _ = answered
    assert "canary" in page(cem, topic)

    hide(hers, "It names a child.")

    assert "canary" not in page(cem, topic) and "I agree" in page(cem, topic)


def test_whoever_hides_everywhere_is_not_read_through_anothers_answer(ada, maya, cem, bola, lounge, hides):
    topic = make_thread(bola.viewer, lounge)
    hers = say(ada.viewer, topic, SAID)
    say(bola.viewer, topic, f"{quoted(hers.body)}I agree", reply_to=hers)
    hides(ada, maya)

    assert "canary" in page(cem, topic)
    assert "canary" not in page(maya, topic) and "I agree" in page(maya, topic)
