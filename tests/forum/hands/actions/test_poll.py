"""Asking with answers to choose from, and voting."""

from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from forum.hands import jobs
from forum.hands.actions.poll import Question, ask_question
from forum.hands.models import Option, Poll
from forum.spaces.actions.pause import pause_person
from forum.spaces.actions.watchword import watch_word
from forum.talk.actions.message import OtherWordsSameKey
from forum.talk.actions.pace import PostingTooFast
from forum.talk.changes import changes_since, cursor_now
from forum.talk.models import Held, Message
from network.access.visible import Refused
from tests.factories.forum import make_space, make_thread
from tests.factories.hands import close, make_poll, vote


@pytest.fixture
def named(ada, topic):
    return make_poll(ada.viewer, topic)


def question(**facts):
    told = {"words": "Which day?", "answers": ["Monday", "Tuesday"], "closes_at": timezone.now() + timedelta(days=1)}
    return Question(**told | facts)


def ask(who, thread, key=None, **facts):
    return ask_question(by=who.viewer, thread=thread, asked=question(**facts), key=key or uuid4())


def test_a_poll_is_a_message_that_asks_and_comes_with_its_first_frame(ada, bola, topic, lounge):
    before = cursor_now(bola.viewer, lounge)

    message = ask(ada, topic)

    (change,) = changes_since(bola.viewer, lounge, before).items
    assert message.body == "Which day?" and message.poll.answers == ["Monday", "Tuesday"]
    assert change.is_new and "Monday" in change.html and "Vote" in change.html


def test_the_same_key_twice_is_the_same_poll_and_other_answers_are_told(ada, topic):
    key = uuid4()
    first = ask(ada, topic, key)

    assert ask(ada, topic, key) == first and Poll.objects.count() == 1
    for other in ({"words": "Which week?"}, {"answers": ["Now", "Never"]}):
        with pytest.raises(OtherWordsSameKey):
            ask(ada, topic, key, **other)
    assert Option.objects.count() == 2


@pytest.mark.parametrize("many", [1, 9])
def test_fewer_than_two_answers_or_more_than_eight_are_refused(ada, topic, many):
    with pytest.raises(Refused):
        ask(ada, topic, answers=[f"Answer {number}" for number in range(many)])


@pytest.mark.parametrize("many", [2, 8])
def test_two_to_eight_answers_are_taken(ada, topic, many):
    assert len(ask(ada, topic, answers=[f"Answer {number}" for number in range(many)]).poll.answers) == many


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(days=60, minutes=1)])
def test_a_time_behind_or_too_far_ahead_is_refused(ada, topic, ahead):
    with pytest.raises(Refused):
        ask(ada, topic, closes_at=timezone.now() + ahead)
    assert not Message.objects.filter(thread=topic, body="Which day?").exists()


def test_asking_has_the_rules_of_posting(ada, bola, dina, topic):
    heard = make_thread(ada.viewer, make_space(is_listening=True))
    pause_person(by=dina.viewer, person=ada.person, span=timedelta(days=1), reason="Three times")

    for who, thread, words in ((bola, heard, "Allies listen"), (ada, topic, "paused")):
        with pytest.raises(Refused, match=words):
            ask(who, thread)


def test_polls_count_as_messages(bola, topic):
    for _ in range(10):
        ask(bola, topic)

    with pytest.raises(PostingTooFast):
        ask(bola, topic)
    assert Poll.objects.count() == 10


def test_the_clock_lets_open_pages_draw_the_result(bola, cem, named, lounge):
    vote(bola.viewer, named, 1)
    before = cursor_now(cem.viewer, lounge)
    jobs.show_result.now(named.poll.pk)
    assert changes_since(cem.viewer, lounge, before).items == [], "too early it does nothing"

    close(named)
    for _ in range(2):
        jobs.show_result.now(named.poll.pk)

    (change,) = changes_since(cem.viewer, lounge, before).items
    assert "1 person" in change.html and "Vote" not in change.html


def test_the_job_is_due_when_the_poll_closes(ada, topic):
    message = ask(ada, topic)

    assert DBTaskResult.objects.get(run_after=message.poll.closes_at).args_kwargs["args"][:2] == [
        "hands.show_result",
        [message.poll.pk],
    ]


@pytest.mark.parametrize("night", [datetime(2027, 3, 28), datetime(2027, 10, 31)], ids=["spring", "autumn"])
def test_it_closes_to_the_second_in_the_nights_when_the_clock_changes(ada, bola, topic, night, time_machine):
    london = ZoneInfo("Europe/London")
    closes_at = night.replace(hour=3, tzinfo=london)
    time_machine.move_to(closes_at - timedelta(hours=6), tick=False)
    message = make_poll(ada.viewer, topic, closes_at=closes_at)

    time_machine.move_to((closes_at.astimezone(ZoneInfo("UTC")) - timedelta(seconds=1)), tick=False)
    vote(bola.viewer, message, 1)
    time_machine.move_to(closes_at.astimezone(ZoneInfo("UTC")), tick=False)

    with pytest.raises(Refused, match="closed"):
        vote(bola.viewer, message, 2)


def test_where_messages_are_looked_at_first_a_poll_is_refused_whole(ada, bola, dina):
    careful, watched = make_thread(ada.viewer, make_space(approves_first=True)), make_thread(ada.viewer)
    watch_word(by=dina.viewer, text="Tuesday")

    for thread in (careful, watched):
        with pytest.raises(Refused, match="looked at first"):
            ask(bola, thread)
    assert not Poll.objects.exists() and not Held.objects.exists()
