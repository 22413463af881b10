"""Why would this be held? Orders about a person, and the watch list."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from forum.spaces.actions.hold_order import hold_next_posts, lift_hold_order
from forum.spaces.actions.watchword import unwatch_word, watch_word
from forum.spaces.models import Watchword
from forum.talk.actions.message import edit_message, post_message
from forum.talk.holding import why_held
from network.access.visible import Refused
from network.records.models import StaffAction
from tests.factories.forum import hold, say


def post(who, thread, body="Hello"):
    return post_message(by=who.viewer, thread=thread, body=body, key=uuid4())


def test_the_next_messages_of_a_person_wait_and_then_no_more(ada, bola, dina, cem, topic):
    hold_next_posts(by=dina.viewer, person=bola.person, posts=2, reason="Twice unkind")

    for _ in range(2):
        assert hold(bola.viewer, topic).why == "Their messages are looked at first"

    assert post(bola, topic).pk and post(cem, topic).pk


def test_an_order_ends_by_the_clock_or_by_a_moderator(bola, cem, dina, topic):
    orders = [
        hold_next_posts(by=dina.viewer, person=who.person, span=timedelta(hours=1), reason="Look")
        for who in (bola, cem)
    ]
    lift_hold_order(by=dina.viewer, order=orders[0])

    assert post(bola, topic).pk
    assert hold(cem.viewer, topic).pk
    with time_machine.travel(timezone.now() + timedelta(hours=1, seconds=1)):
        assert post(cem, topic).pk


@pytest.mark.parametrize("facts", [{}, {"posts": 0}, {"posts": 101}, {"span": timedelta(days=30, seconds=1)}])
def test_an_order_has_an_end_within_bounds(bola, dina, facts):
    with pytest.raises(ValueError):
        hold_next_posts(by=dina.viewer, person=bola.person, reason="Look", **facts)


def test_at_its_bounds_an_order_holds(bola, dina):
    order = hold_next_posts(by=dina.viewer, person=bola.person, reason="Look", posts=100, span=timedelta(days=30))

    assert order.posts_left == 100
    assert StaffAction.objects.filter(verb="ordered_hold", about_id=bola.person.pk).exists()


def test_only_moderators_order_and_watch_and_nobody_themselves(ada, bola, dina):
    for who, about in ((ada, bola), (dina, dina)):
        with pytest.raises(Refused):
            hold_next_posts(by=who.viewer, person=about.person, posts=1, reason="Look")
    with pytest.raises(Refused):
        watch_word(by=ada.viewer, text="word")
    assert not Watchword.objects.visible_to(ada.viewer).exists()


@pytest.mark.parametrize(
    "body, is_held",
    [
        ("This is a Bad  Word.", True),
        ("This is a bad\u200b word", True),
        ("ＢＡＤ word", True),
        ("a badword or bad words", False),
        ("See https://spam.example/offer?x=1", True),
        ("See HTTPS://www.shop.spam.example:443", True),
        ("www.spam.example", True),
        ("https://user@spam.example/", True),
        ("https://notspam.example or spam.example.org", False),
    ],
)
def test_a_word_or_a_site_holds_whole_and_however_it_is_spelt(bola, dina, topic, body, is_held):
    watch_word(by=dina.viewer, text="Bad word")
    watch_word(by=dina.viewer, text="https://Spam.example/", kind="link")

    assert bool(why_held(bola.viewer, topic.space, body)) is is_held


def test_a_watched_word_waits_and_its_author_is_not_told_which(bola, dina, topic):
    word = watch_word(by=dina.viewer, text="canary")
    assert watch_word(by=dina.viewer, text=" CANARY ") == word

    held = hold(bola.viewer, topic, "A canary sings")
    page = bola.client.get(f"/m/t/{topic.public_id}/").text

    assert held.why == "A word or a link on the watch list"
    assert "Waiting for a moderator" in page and "watch list" not in page
    unwatch_word(by=dina.viewer, word=word)
    assert post(bola, topic, "A canary sings").pk


def test_an_edit_cannot_bring_a_watched_word_in(bola, dina, topic):
    watch_word(by=dina.viewer, text="canary")
    message = say(bola.viewer, topic, "Hello")

    with pytest.raises(Refused):
        edit_message(by=bola.viewer, message=message, body="A canary")


def test_a_long_wall_of_words_is_compared_quickly(bola, dina, topic, django_assert_max_num_queries):
    for number in range(10):
        watch_word(by=dina.viewer, text=f"word {number}")

    viewer = bola.viewer
    with django_assert_max_num_queries(2):
        assert why_held(viewer, topic.space, "www." * 2000) == ""
