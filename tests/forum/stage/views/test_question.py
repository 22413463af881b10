"""Asking, voting and marking by plain forms, and in place."""

from uuid import uuid4

from forum.spaces.models import Space
from forum.stage.models import Question
from tests.factories.forum import say
from tests.factories.stage import ask_in, thread_of

FRAGMENT = {"X-Fragment": "1"}


def address(sitting, rest: str = "") -> str:
    return f"/m/t/{sitting.thread.public_id}/{rest}"


def ask_by_form(who, sitting, **fields):
    return who.client.post(address(sitting, "questions/"), {"body": "Is it so?", "key": uuid4(), **fields})


def test_asked_by_form_it_stands_in_the_log_and_in_the_queue(talk, bola, cem):
    answer = ask_by_form(bola, talk)

    message = Question.objects.get().message
    assert answer["Location"].endswith(f"#{message.element_id}")
    page = cem.client.get(address(talk)).content.decode()
    assert page.count("Is it so?") == 2 and "data-question" in page


def test_without_words_the_composer_comes_back(talk, bola):
    answer = ask_by_form(bola, talk, body="  ")

    assert answer.status_code == 422 and "Write your message" in answer.content.decode()


def test_who_asks_too_fast_is_asked_to_wait_with_the_words_kept(talk, bola):
    Space.objects.filter(pk=talk.thread.space_id).update(slow_seconds=60)
    ask_by_form(bola, talk)

    answer = ask_by_form(bola, talk, body="Kept words")

    page = answer.content.decode()
    assert answer.status_code == 429 and "Kept words" in page and "<live-thread" not in page


def test_where_it_is_frozen_the_words_are_kept(talk, bola, ada):
    Space.objects.filter(pk=talk.thread.space_id).update(frozen_at=talk.opens_at)

    answer = ask_by_form(bola, talk, body="Kept words")

    assert answer.status_code == 409 and "Kept words" in answer.content.decode()


def test_looked_at_first_it_is_shown_as_waiting_and_a_host_posts_it(talk, ada, bola):
    Space.objects.filter(pk=talk.thread.space_id).update(approves_first=True)
    assert ask_by_form(bola, talk).status_code == 302

    host = ada.client.get(address(talk, "host/")).content.decode()
    assert "To look at first" in host and "Is it so?" in host
    held = bola.person.held.get()
    ada.client.post(address(talk, f"host/waiting/{held.public_id}/posting/"))

    assert Question.objects.get().message.body == "Is it so?"


def test_a_vote_leads_back_to_the_queue_or_draws_it_in_place(talk, bola, cem):
    question = ask_in(bola.viewer, talk)
    vote = address(talk, f"questions/{question.message.public_id}/vote/")

    plain = cem.client.post(vote)
    drawn = cem.client.post(vote, headers=FRAGMENT).content.decode()

    assert plain["Location"].endswith("#questions")
    assert "<span data-votes>1</span>" in drawn and 'aria-pressed="true"' in drawn
    back = cem.client.post(f"{vote}removal/", headers=FRAGMENT).content.decode()
    assert "<span data-votes>0</span>" in back


def test_ones_own_question_takes_no_vote_of_ones_own(talk, bola):
    question = ask_in(bola.viewer, talk)

    answer = bola.client.post(address(talk, f"questions/{question.message.public_id}/vote/"), headers=FRAGMENT)

    assert answer.status_code == 409 and "<span data-votes>0</span>" in answer.content.decode()


def test_a_host_marks_it_answered_and_is_led_back_to_where_they_were(talk, ada, bola):
    question = ask_in(bola.viewer, talk)
    mark = address(talk, f"questions/{question.message.public_id}/answer/")

    assert ada.client.post(mark, {"back": "host"})["Location"] == address(talk, "host/#questions")
    assert "Mark as waiting" in ada.client.get(address(talk)).content.decode()
    ada.client.post(f"{mark}removal/")
    assert Question.objects.get().answered_at is None
    assert bola.client.post(mark).status_code == 404


def test_a_message_that_is_no_question_has_no_such_address(talk, bola, cem):
    message = say(bola.viewer, thread_of(talk))

    assert cem.client.post(address(talk, f"questions/{message.public_id}/vote/")).status_code == 404


def test_a_hidden_authors_question_is_nowhere_on_the_page(talk, ada, bola, cem, hides):
    question = ask_in(bola.viewer, talk, "A canary asks")
    hides(bola, cem)

    page = cem.client.get(address(talk)).content.decode()

    assert "canary" not in page
    vote = address(talk, f"questions/{question.message.public_id}/vote/")
    assert cem.client.post(vote).status_code == 404
