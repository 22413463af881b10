from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.spaces.models import Space
from forum.talk.actions.held import decline_held, post_held
from forum.talk.models import Held, Message
from tests.factories.forum import hold, make_space, make_thread, say


@pytest.fixture
def careful(ada):
    return make_thread(ada.viewer, make_space("The careful room", approves_first=True), title="First weeks")


def post(who, thread, fragment=False, **data):
    headers = {"X-Fragment": "1"} if fragment else {}
    return who.client.post(reverse("messages", args=[thread.public_id]), data, headers=headers)


def page_of(thread):
    return reverse("thread", args=[thread.public_id])


def list_of(thread):
    return reverse("held_list", args=[thread.space.public_id])


def test_whoever_posts_sees_that_it_waits_and_nobody_else_does(bola, cem, careful):
    answer = post(bola, careful, body="canary", key=uuid4())

    held = Held.objects.get()
    assert answer["Location"] == f"{page_of(careful)}#{held.element_id}"
    mine, theirs = (who.client.get(page_of(careful)).text for who in (bola, cem))
    assert "Waiting for a moderator" in mine and "canary" in mine and "Take it back" in mine
    assert "canary" not in theirs and "Waiting" not in theirs


def test_an_element_learns_that_it_was_taken_and_waits_also_at_a_retry(bola, careful):
    key = uuid4()

    first, second = (post(bola, careful, fragment=True, body="Hello", key=key) for _ in range(2))

    assert (first.status_code, second.status_code, Held.objects.count()) == (202, 202, 1)
    assert f'data-held="{key}"' in first.text and "<html" not in first.text


def test_a_retry_after_it_was_posted_gets_the_message(bola, dina, careful):
    key = uuid4()
    post(bola, careful, body="Hello", key=key)
    post_held(by=dina.viewer, held=Held.objects.get())

    answer = post(bola, careful, fragment=True, body="Hello", key=key)

    assert (answer.status_code, Message.objects.get(author=bola.person).element_id in answer.text) == (200, True)


def test_other_words_with_the_same_key_show_both(bola, careful):
    key = uuid4()
    post(bola, careful, body="First words", key=key)

    answer = post(bola, careful, body="Other words", key=key)

    assert answer.status_code == 409
    assert "First words" in answer.text and "Other words" in answer.text


def test_the_composer_says_so_before(bola, ada, careful):
    assert "Messages are looked at before others see them" in bola.client.get(page_of(careful)).text

    delayed = make_thread(ada.viewer, make_space(delay_seconds=1))
    assert "Messages are posted after 1 second." in bola.client.get(page_of(delayed)).text


def test_a_new_thread_leads_to_its_own_page_and_stands_on_that_of_the_space(bola, cem, careful):
    space = reverse("space", args=[careful.space.public_id])
    words = {"title": "Canary", "body": "Hello", "key": uuid4()}

    answer = bola.client.post(reverse("thread_new", args=[careful.space.public_id]), words)

    assert "Canary" in bola.client.get(answer["Location"]).text
    assert "Canary" in bola.client.get(space).text and "Canary" not in cem.client.get(space).text


def test_whoever_runs_the_space_approves_from_its_list(bola, cem, dina, careful):
    held = hold(bola.viewer, careful, "canary")
    assert list_of(careful) in dina.client.get(reverse("space", args=[careful.space.public_id])).text
    assert "canary" in dina.client.get(list_of(careful)).text

    answer = dina.client.post(reverse("held_posting", args=[held.public_id]))

    assert answer["Location"] == list_of(careful)
    assert "Nothing waits" in dina.client.get(list_of(careful)).text
    assert "canary" in cem.client.get(page_of(careful)).text
    assert "Waiting for" not in bola.client.get(page_of(careful)).text


def test_a_declined_message_shows_its_author_why_with_the_words_kept(bola, dina, careful):
    held = hold(bola.viewer, careful, "canary")
    there = reverse("held", args=[held.public_id])

    answer = dina.client.post(there, {"words": "Please leave out the name."})

    assert answer["Location"] == list_of(careful)
    page = bola.client.get(there).text
    assert "Please leave out the name." in page and "canary" in page and "30 days" in page
    assert dina.client.get(there).status_code == 404


@pytest.mark.parametrize("words, status", [("", 422), ("x" * 501, 422), ("x" * 500, 302)])
def test_the_bounds_of_what_an_author_is_told(bola, dina, careful, words, status):
    held = hold(bola.viewer, careful)

    assert dina.client.post(reverse("held", args=[held.public_id]), {"words": words}).status_code == status


def test_what_somebody_else_settled_meanwhile_says_so(bola, dina, careful, monkeypatch):
    held = hold(bola.viewer, careful, "canary")
    monkeypatch.setattr("forum.talk.actions.held.can_decide_held", lambda *_: True)
    monkeypatch.setattr("forum.talk.views.held.find_held", lambda *_: held)
    decline_held(by=dina.viewer, held=held, words="No")

    answer = dina.client.post(reverse("held_posting", args=[held.public_id]))

    assert answer.status_code == 409 and "settled this already" in answer.text


def test_its_author_takes_it_back(bola, careful):
    held = hold(bola.viewer, careful, "canary")

    answer = bola.client.post(reverse("held_removal", args=[held.public_id]))

    assert answer["Location"] == page_of(careful)
    assert "canary" not in bola.client.get(page_of(careful)).text
    assert bola.client.post(reverse("held_removal", args=[held.public_id]))["Location"].endswith(f"/{held.public_id}/")


def test_a_long_list_asks_no_more_than_a_short_one(bola, dina, careful):
    hold(bola.viewer, careful)
    dina.client.get(list_of(careful))
    with CaptureQueriesContext(connection) as few:
        dina.client.get(list_of(careful))
    for _ in range(9):
        hold(bola.viewer, careful)
    with CaptureQueriesContext(connection) as many:
        dina.client.get(list_of(careful))

    assert len(few) == len(many)


def test_a_delayed_message_says_when_it_comes_up(bola, dina, ada):
    thread = make_thread(ada.viewer, make_space(delay_seconds=10))
    hold(bola.viewer, thread)

    assert "Posted in a moment" in bola.client.get(page_of(thread)).text
    assert "Posted by itself at" in dina.client.get(list_of(thread)).text


def test_an_ordinary_space_shows_nothing_of_it(bola, topic):
    say(bola.viewer, topic)

    assert "looked at" not in bola.client.get(page_of(topic)).text
    assert Space.objects.get().approves_first is False
