"""In their first week members post a little more slowly, and with few links."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from forum.talk.actions.message import edit_message, post_message
from forum.talk.actions.pace import MOST_WHILE_NEW, PostingTooFast, TooManyLinks
from forum.talk.actions.thread import open_thread
from forum.talk.models import Message, Thread
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.cast import Someone
from tests.factories.forum import say
from tests.factories.network import make_person

LINKS = ("https://one.example", "www.two.org", "[three](https://three.example)", "four.com")


@pytest.fixture
def newcomer(db):
    """Admitted just now."""
    person = make_person("Nia", roles=())
    grant_role(person=person, kind=RoleKind.ALLY, by=None)
    return Someone(person)


def post(who, thread, body="Hello"):
    return post_message(by=who.viewer, thread=thread, body=body, key=uuid4())


def test_five_a_minute_are_enough_in_the_first_week(newcomer, topic):
    for _ in range(MOST_WHILE_NEW):
        post(newcomer, topic)

    with pytest.raises(PostingTooFast, match="In your first week you can post 5 messages a minute"):
        post(newcomer, topic)


def test_after_a_week_one_is_like_everybody_else(newcomer, topic):
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1), tick=False):
        for _ in range(MOST_WHILE_NEW + 1):
            post(newcomer, topic, " ".join(LINKS))

    assert Message.objects.filter(author=newcomer.person).count() == MOST_WHILE_NEW + 1


def test_another_role_later_makes_nobody_new(bola, topic):
    grant_role(person=bola.person, kind=RoleKind.ALUMNA, scope="C12", by=None)

    assert post(bola, topic, " ".join(LINKS)).pk


@pytest.mark.parametrize("many", [2, 3, 4])
def test_two_links_go_through_and_three_do_not(newcomer, topic, many):
    body = " and ".join(LINKS[:many])

    if many == 2:
        assert post(newcomer, topic, body).pk
        return
    with pytest.raises(TooManyLinks):
        post(newcomer, topic, body)
    assert not Message.objects.filter(author=newcomer.person).exists()


def test_dots_that_are_no_links_are_words(newcomer, topic):
    assert post(newcomer, topic, "At 9.30, at 10.15, at 11.45; e.g.this, i.e.that").pk


def test_links_are_not_brought_in_by_a_thread_or_an_edit(newcomer, topic):
    body = " ".join(LINKS)
    with pytest.raises(TooManyLinks):
        open_thread(by=newcomer.viewer, space=topic.space, title="Look", body=body, key=uuid4())
    message = post(newcomer, topic)
    with pytest.raises(TooManyLinks):
        edit_message(by=newcomer.viewer, message=message, body=body)

    assert Thread.objects.count() == 1 and Message.objects.get(pk=message.pk).body == "Hello"


def test_the_page_says_so_and_keeps_the_words(newcomer, topic):
    body = " ".join(LINKS)

    answers = [
        newcomer.client.post(reverse("messages", args=[topic.public_id]), {"body": body, "key": uuid4()}),
        newcomer.client.post(reverse("thread_new", args=[topic.space.public_id]), {"title": "Look", "body": body}),
    ]
    message = say(newcomer.viewer, topic)
    edit = reverse("message_edit", args=[topic.public_id, message.public_id])
    answers.append(newcomer.client.post(edit, {"body": body}))

    for answer in answers:
        assert answer.status_code == 422 and "<title>Error: " in answer.text
        assert "2 links at most" in answer.text and "https://one.example" in answer.text
