"""Following a thread, muting it, or neither."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from forum.talk.actions.following import set_following, stop_following
from forum.talk.actions.message import post_message
from forum.talk.actions.thread import open_thread
from forum.talk.models import Following, Thread
from network.access.visible import Refused
from network.people.models import User
from tests.factories.forum import make_thread


def post(who, thread, **facts):
    return post_message(by=who.viewer, thread=thread, body="canary", key=uuid4(), **facts)


def follow(who, thread, level="follow"):
    return set_following(by=who.viewer, thread=thread, level=level)


def following_of(viewer, thread):
    return Thread.objects.for_page(viewer).get(pk=thread.pk).following or ""


def test_whoever_opens_or_posts_follows(ada, bola, cem, lounge):
    thread = open_thread(by=ada.viewer, space=lounge, title="Panels", body="Which?", key=uuid4())
    post(bola, thread)

    assert [following_of(who.viewer, thread) for who in (ada, bola, cem)] == ["follow", "follow", ""]


def test_posting_undoes_no_mute_and_the_latest_choice_counts(bola, topic):
    follow(bola, topic, "mute")
    post(bola, topic)
    assert following_of(bola.viewer, topic) == "mute"

    follow(bola, topic)
    assert following_of(bola.viewer, topic) == "follow"

    stop_following(by=bola.viewer, thread=topic)
    stop_following(by=bola.viewer, thread=topic)
    assert following_of(bola.viewer, topic) == ""


def test_one_choice_per_person_and_thread(bola, topic):
    follow(bola, topic)

    with pytest.raises(IntegrityError), transaction.atomic():
        Following.objects.create(person=bola.person, thread=topic, level="mute")


def test_nobody_follows_what_they_may_not_see(ada, bola, alumni_room, outsider):
    thread = make_thread(ada.viewer, alumni_room)

    for who in (bola, outsider):
        with pytest.raises(Refused):
            follow(who, thread)
        with pytest.raises(Refused):
            stop_following(by=who.viewer, thread=thread)


def test_posting_asks_the_same_for_one_follower_and_for_ten(bola, cem, topic):
    follow(cem, topic)
    post(bola, topic)
    with CaptureQueriesContext(connection) as one:
        post(bola, topic)
    for number in range(9):
        person = User.objects.create_user(f"reader{number}@members.example", f"Reader {number}")
        Following.objects.create(person=person, thread=topic, level="follow")

    with CaptureQueriesContext(connection) as ten:
        post(bola, topic)

    assert len(ten) == len(one)
