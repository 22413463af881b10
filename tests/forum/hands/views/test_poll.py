import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from forum.hands.models import Poll
from forum.hands.models.poll import ANSWER_LENGTH, QUESTION_LENGTH
from forum.talk.actions.thread import close_thread
from tests.factories.forum import make_space, make_thread


def page_of(name, message):
    return reverse(name, args=[message.thread.public_id, message.public_id])


def in_thread(who, message):
    return who.client.get(reverse("thread", args=[message.thread.public_id])).text


def typed(**facts):
    closes_at = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    told = {"words": "Which day?", "answers": "Monday\n\n Tuesday ", "naming": "named", "closes_at": closes_at}
    return told | facts


def ask(who, thread, **facts):
    return who.client.post(reverse("poll_new", args=[thread.public_id]), typed(**facts))


def test_one_asks_by_a_plain_form_and_finds_the_poll_in_the_thread(ada, bola, topic):
    assert reverse("poll_new", args=[topic.public_id]) in ada.client.get(f"/m/t/{topic.public_id}/").text

    answer = ask(ada, topic)

    message = Poll.objects.get().message
    assert answer["Location"] == f"/m/t/{topic.public_id}/?at={message.public_id}#{message.element_id}"
    assert Poll.objects.get().answers == ["Monday", "Tuesday"]
    shown = in_thread(bola, message)
    assert "Tuesday" in shown and page_of("votes", message) in shown


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"words": ""}, "Write your question"),
        ({"words": "x" * (QUESTION_LENGTH + 1)}, "Shorten your question"),
        ({"answers": "Monday"}, "Write 2 to 8 answers"),
        ({"answers": "\n".join(map(str, range(9)))}, "Write 2 to 8 answers"),
        ({"answers": f"Monday\n{'x' * (ANSWER_LENGTH + 1)}"}, "Shorten each answer"),
        ({"answers": "x" * 900}, "Shorten the answers"),
        ({"answers": "Monday\nmonday"}, "Write each answer once"),
        ({"naming": ""}, "Choose whether names are shown"),
        ({"closes_at": ""}, "Give the day and time"),
        ({"closes_at": "soon"}, "Give a day and a time"),
        ({"closes_at": "2020-01-01T10:00"}, "Choose a time from now"),
        ({"closes_at": "2099-01-01T10:00"}, "Choose a time from now"),
        ({"closes_at": "2027-03-28T01:30"}, "interpreted in time zone"),
    ],
)
def test_what_cannot_be_asked_comes_back_with_its_words(ada, topic, facts, words):
    answer = ask(ada, topic, **facts)

    assert answer.status_code == 422 and re.search(words, answer.text)
    assert not Poll.objects.exists()


def test_the_longest_question_with_the_longest_answers_is_taken(ada, topic):
    answers = "\r\n".join(f"{number}" * ANSWER_LENGTH for number in range(8))

    assert ask(ada, topic, words="x" * QUESTION_LENGTH, answers=answers).status_code == 302


def test_where_one_may_not_post_the_form_says_why_and_takes_nothing(ada, bola):
    thread = make_thread(ada.viewer, make_space(is_listening=True))
    address = reverse("poll_new", args=[thread.public_id])

    assert "Allies listen here" in bola.client.get(address).text
    assert ask(bola, thread).status_code == 409
    close_thread(by=ada.viewer, thread=thread)
    assert "closed for new messages" in ada.client.get(address).text
    assert not Poll.objects.exists()
