from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.desk.actions.summary import write_summary
from forum.desk.models import Summary
from forum.spaces.actions.pause import pause_person
from forum.talk.actions.thread import close_thread
from tests.factories.forum import make_thread, say
from tests.forum.talk.views.test_thread import MOST_QUERIES


def page_of(thread, name="thread"):
    return reverse(name, args=[thread.public_id])


@pytest.fixture
def closed(ada, topic):
    return close_thread(by=ada.viewer, thread=topic)


def test_whoever_closes_a_thread_is_led_to_its_summary(ada, bola, topic):
    ada.client.post(page_of(topic, "thread_closing"))
    assert page_of(topic, "summary") in ada.client.get(page_of(topic)).text

    answer = ada.client.post(page_of(topic, "summary"), {"body": "We *agreed* <b>now</b>"})

    assert answer["Location"] == page_of(topic)
    page = bola.client.get(page_of(topic)).text
    assert "<p>We <em>agreed</em> &lt;b&gt;now&lt;/b&gt;</p>" in page
    assert page.index("<em>agreed</em>") < page.index('role="log"')
    assert page_of(topic, "summary") not in page


def test_the_form_offers_what_was_written_and_takes_it_away_when_emptied(ada, bola, closed):
    write_summary(by=ada.viewer, thread=closed, body="We agreed")
    assert "We agreed</textarea>" in ada.client.get(page_of(closed, "summary")).text

    ada.client.post(page_of(closed, "summary"), {"body": "  "})

    assert "thread__summary" not in bola.client.get(page_of(closed)).text


@pytest.mark.parametrize("body, status", [("x" * 2001, 422), ("x" * 2000, 302)])
def test_the_bounds_of_a_summary(ada, closed, body, status):
    answer = ada.client.post(page_of(closed, "summary"), {"body": body})

    assert answer.status_code == status
    assert Summary.objects.exists() is (status == 302)
    if status == 422:
        assert "<title>Error: Summary of a thread" in answer.text and "Shorten the summary" in answer.text
        assert body in answer.text


def test_a_summary_of_somebody_who_hides_leaves_no_trace(bola, dina, maya, lounge, hides):
    thread = close_thread(by=dina.viewer, thread=make_thread(bola.viewer, lounge))
    write_summary(by=dina.viewer, thread=thread, body="canary")
    assert "canary" in maya.client.get(page_of(thread)).text

    hides(dina, maya)

    page = maya.client.get(page_of(thread)).text
    assert "canary" not in page and "thread__summary" not in page


def test_a_closed_thread_asks_no_more_than_an_open_one_may(ada, bola, cem, topic):
    for _ in range(10):
        say(ada.viewer, topic, reply_to=say(cem.viewer, topic))
    closed = close_thread(by=ada.viewer, thread=topic)
    write_summary(by=ada.viewer, thread=closed, body="We agreed")
    bola.client.get(page_of(closed))

    with CaptureQueriesContext(connection) as asked:
        assert "We agreed" in bola.client.get(page_of(closed)).text

    assert len(asked) <= MOST_QUERIES


def test_whoever_runs_the_space_removes_a_summary_from_its_thread(ada, dina, closed):
    write_summary(by=ada.viewer, thread=closed, body="canary")
    removal = page_of(closed, "summary_removal")
    assert removal in dina.client.get(page_of(closed)).text
    assert removal not in ada.client.get(page_of(closed)).text

    answer = dina.client.post(removal)

    assert answer["Location"] == page_of(closed)
    assert "canary" not in ada.client.get(page_of(closed)).text


def test_whoever_is_paused_is_led_neither_to_closing_nor_to_a_summary(ada, dina, closed):
    open_one = make_thread(ada.viewer)
    offered = [(open_one, "thread_closing"), (closed, "summary")]
    assert all(page_of(thread, name) in ada.client.get(page_of(thread)).text for thread, name in offered)

    pause_person(by=dina.viewer, person=ada.person, span=timedelta(days=1), reason="Three times")

    assert not any(page_of(thread, name) in ada.client.get(page_of(thread)).text for thread, name in offered)
