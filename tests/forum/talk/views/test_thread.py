import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.talk import pages
from forum.talk.actions.message import post_message
from forum.talk.actions.reading import mark_read
from forum.talk.actions.thread import close_thread
from forum.talk.changes import cursor_now
from forum.talk.lists import read_position
from forum.talk.models import Thread
from tests.factories.forum import make_space, make_thread, say

MOST_QUERIES = 12


def address(thread):
    return reverse("thread", args=[thread.public_id])


def bodies(answer):
    return re.findall(r"data-body><p>([^<]*)</p>", answer.text)


def queries(who, path):
    who.client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = who.client.get(path)
    assert answer.status_code == 200
    return len(asked)


def test_a_thread_and_its_lists_ask_the_same_at_one_and_at_ten(ada, bola, cem, lounge):
    thread = make_thread(ada.viewer, lounge)
    paths = (address(thread), reverse("space", args=[lounge.public_id]), reverse("discussions"))
    one = [queries(bola, path) for path in paths]

    for _ in range(9):
        make_thread(cem.viewer, lounge)
        make_thread(cem.viewer, make_space())
        say(ada.viewer, thread, reply_to=say(cem.viewer, thread))
    ten = [queries(bola, path) for path in paths]

    assert ten == one
    assert max(ten) <= MOST_QUERIES


def test_a_long_thread_somewhere_in_the_middle_asks_no_more(ada, bola, lounge, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 5)
    thread = make_thread(ada.viewer, lounge)
    said = [say(ada.viewer, thread) for _ in range(30)]
    mark_read(by=bola.viewer, thread=thread, upto=said[5])

    assert queries(bola, address(thread)) <= MOST_QUERIES


def test_the_element_learns_where_it_stands(ada, bola, topic):
    page = bola.client.get(address(topic)).text

    for fact in (
        f'data-space="{topic.space.public_id}"',
        f'data-thread="{topic.public_id}"',
        f'data-me="{bola.person.public_id}"',
        f'data-cursor="{cursor_now(bola.viewer, topic.space)}"',
        f'data-changes="/m/s/{topic.space.public_id}/changes/"',
        f'data-reading="/m/t/{topic.public_id}/reading/"',
        'role="log" aria-labelledby="thread-title"',
    ):
        assert fact in page


def test_no_number_of_the_server_reaches_the_page(ada, bola, topic):
    for _ in range(3):
        say(ada.viewer, topic)

    page = bola.client.get(address(topic)).text

    assert "version" not in page and "number" not in page


def test_one_lands_where_one_left_off_with_a_divider(ada, bola, lounge, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 4)
    monkeypatch.setattr(pages, "CONTEXT", 1)
    thread = make_thread(ada.viewer, lounge, body="0")
    said = [say(ada.viewer, thread, str(number)) for number in range(1, 12)]
    mark_read(by=bola.viewer, thread=thread, upto=said[3])

    answer = bola.client.get(address(thread))

    assert bodies(answer) == ["4", "5", "6", "7"]
    assert answer.text.index("data-unread") < answer.text.index("<p>5</p>")
    assert "data-partial" in answer.text and 'rel="prev"' in answer.text and 'rel="next"' in answer.text


def test_pages_turn_by_opaque_marks_in_both_directions(ada, bola, lounge, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 3)
    thread = make_thread(ada.viewer, lounge, body="0")
    for number in range(1, 7):
        say(ada.viewer, thread, str(number))

    latest = bola.client.get(address(thread))
    older = bola.client.get(address(thread) + re.search(r'href="(\?before=[^"]+)"', latest.text)[1])
    newer = bola.client.get(address(thread) + re.search(r'href="(\?after=[^"]+)"', older.text)[1])

    assert (bodies(latest), bodies(older), bodies(newer)) == (["4", "5", "6"], ["1", "2", "3"], ["4", "5", "6"])


@pytest.mark.parametrize("mark", ["before", "after", "at", "reply"])
@pytest.mark.parametrize("value", ["1", "-1", "x" * 5000, "%00", "%F0%9F%91%8B", "1 or 1"])
def test_foreign_marks_lead_to_the_latest_page(bola, topic, mark, value):
    answer = bola.client.get(f"{address(topic)}?{mark}={value}")

    assert (answer.status_code, bodies(answer)) == (200, ["How was it?"])


def test_a_link_leads_to_a_message_of_somebody_in_sight_only(ada, bola, maya, lounge, hides):
    thread = make_thread(bola.viewer, lounge)
    hidden = say(ada.viewer, thread, "canary")
    hides(ada, maya)

    answer = maya.client.get(f"{address(thread)}?at={hidden.public_id}&reply={hidden.public_id}")

    assert (answer.status_code, bodies(answer)) == (200, ["How was it?"])
    assert "canary" not in answer.text and "Answering" not in answer.text


def test_marking_as_read_by_script_and_by_form(ada, bola, topic):
    first, second = say(ada.viewer, topic), say(ada.viewer, topic)
    there = reverse("reading", args=[topic.public_id])

    by_script = bola.client.post(there, {"message": first.public_id}, headers={"X-Fragment": "1"})
    assert (by_script.status_code, read_position(bola.viewer, topic)) == (204, first.number)

    by_form = bola.client.post(there, {"message": second.public_id})
    assert (by_form.status_code, read_position(bola.viewer, topic)) == (302, second.number)
    assert bola.client.post(there, {"message": "x" * 13}).status_code == 422
    assert bola.client.post(there, {"message": "nothere"}).status_code == 404


def test_opening_a_page_marks_nothing_as_read(ada, bola, topic):
    bola.client.get(address(topic))

    assert read_position(bola.viewer, topic) == 0


def test_a_closed_thread_has_no_composer(ada, bola, topic):
    close_thread(by=ada.viewer, thread=topic)

    page = bola.client.get(address(topic)).text

    assert "data-composer" not in page and "This thread was closed on" in page


def test_a_thread_is_begun_with_its_first_message(bola, lounge):
    there = reverse("thread_new", args=[lounge.public_id])
    key = re.search(r'name="key" value="([^"]+)"', bola.client.get(there).text)[1]

    answers = [bola.client.post(there, {"title": "Panels", "body": "Which work?", "key": key}) for _ in range(2)]

    thread = Thread.objects.get()
    assert {answer["Location"] for answer in answers} == {address(thread)}
    assert "Which work?" in bola.client.get(address(thread)).text


def test_a_refused_thread_keeps_its_words(bola, lounge):
    there = reverse("thread_new", args=[lounge.public_id])

    answer = bola.client.post(there, {"title": "x" * 121, "body": "Kept words"})

    assert answer.status_code == 422
    assert "<title>Error: Start a thread" in answer.text and "Kept words" in answer.text


def test_a_key_used_for_a_message_opens_no_thread(ada, topic):
    key = uuid4()
    post_message(by=ada.viewer, thread=topic, body="Said", key=key)

    answer = ada.client.post(
        reverse("thread_new", args=[topic.space.public_id]), {"title": "Other", "body": "Kept words", "key": key}
    )

    assert (answer.status_code, Thread.objects.count()) == (409, 1)
    assert "Kept words" in answer.text
