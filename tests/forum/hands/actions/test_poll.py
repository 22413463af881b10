"""Asking with answers to choose from, and voting."""

from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from forum.hands import jobs
from forum.hands.actions.poll import Question, ask_question
from forum.hands.models import Option, Poll, Vote, Voter
from forum.spaces.actions.pause import pause_person
from forum.spaces.models import Space
from forum.talk.actions.message import OtherWordsSameKey, PostingTooFast, delete_message
from forum.talk.actions.thread import close_thread
from forum.talk.changes import changes_since, cursor_now
from forum.talk.models import Message
from network.access.visible import Refused
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.factories.forum import make_space, make_thread
from tests.factories.hands import close, make_poll, vote


@pytest.fixture
def named(ada, topic):
    return make_poll(ada.viewer, topic)


@pytest.fixture
def anonymous(ada, topic):
    return make_poll(ada.viewer, topic, is_anonymous=True)


def ballots(message):
    return list(Option.objects.filter(poll__message=message).order_by("position").values_list("ballots", flat=True))


def chosen(who, message):
    votes = Vote.objects.filter(voter__person=who.person, option__poll__message=message)
    return sorted(votes.values_list("option__words", flat=True))


def question(**facts):
    told = {"words": "Which day?", "answers": ["Monday", "Tuesday"], "closes_at": timezone.now() + timedelta(days=1)}
    return Question(**told | facts)


def ask(who, thread, key=None, **facts):
    return ask_question(by=who.viewer, thread=thread, asked=question(**facts), key=key or uuid4())


# ---- asking


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


# ---- voting with names


def test_a_vote_with_a_name_can_be_changed_until_the_poll_closes(bola, named):
    vote(bola.viewer, named, 1)
    vote(bola.viewer, named, 2)
    assert chosen(bola, named) == ["Tuesday"] and Voter.objects.count() == 1

    close(named)
    with pytest.raises(Refused, match="closed"):
        vote(bola.viewer, named, 3)

    assert chosen(bola, named) == ["Tuesday"]


def test_several_answers_where_the_poll_takes_them(ada, bola, topic, named):
    several = make_poll(ada.viewer, topic, is_multiple=True)
    vote(bola.viewer, several, 1, 3)

    assert chosen(bola, several) == ["Friday", "Monday"]
    for positions in ((1, 2), (), (9,)):
        with pytest.raises(Refused, match="Choose an answer"):
            vote(bola.viewer, named, *positions)


def test_a_vote_tells_nobody_before_the_poll_closes(bola, cem, named, lounge):
    before = cursor_now(cem.viewer, lounge)
    vote(bola.viewer, named, 1)

    assert cursor_now(cem.viewer, lounge) == before
    assert not Vote.objects.visible_to(cem.viewer).exists()

    close(named)
    assert Vote.objects.visible_to(cem.viewer).count() == 1


# ---- voting without


def test_an_anonymous_ballot_is_a_number_and_nothing_else(bola, cem, anonymous):
    vote(bola.viewer, anonymous, 2)
    vote(cem.viewer, anonymous, 1)

    assert ballots(anonymous) == [1, 1, 0] and not Vote.objects.exists()
    columns = {field.name for field in Voter._meta.get_fields()} - {"votes"}
    assert columns == {"id", "poll", "person"}, "no time, no place in a row, nothing of the ballot"
    assert {voter.pk.version for voter in Voter.objects.all()} == {4}


def test_of_an_anonymous_vote_the_first_counts(bola, anonymous):
    for position in (2, 2, 3):
        vote(bola.viewer, anonymous, position)

    assert ballots(anonymous) == [0, 1, 0]


def test_every_row_of_the_poll_is_written_with_each_ballot(bola, anonymous, django_assert_num_queries):
    poll = Poll.objects.get(message=anonymous)

    assert Option.objects.filter(poll=poll).count() == 3
    with django_assert_num_queries(1) as asked:
        Option.objects.count_ballot(poll, [1])
    assert 'WHERE "hands_option"."poll_id"' in asked[0]["sql"], "all of the poll's, whichever was chosen"


# ---- where no hand is raised


def test_where_no_reaction_is_taken_no_vote_is(ada, bola, cem, dina, lounge, topic, named, anonymous):
    pause_person(by=dina.viewer, person=bola.person, span=timedelta(days=1), reason="Three times")
    grant_role(person=cem.person, kind=RoleKind.BARRED, scope=lounge.public_id, by=None)
    for who in (bola, cem):
        with pytest.raises(Refused):
            vote(who.viewer, named, 1)
    Space.objects.filter(pk=lounge.pk).update(frozen_at=timezone.now())
    with pytest.raises(Refused):
        vote(ada.viewer, anonymous, 1)
    Space.objects.filter(pk=lounge.pk).update(frozen_at=None)
    close_thread(by=ada.viewer, thread=topic)
    with pytest.raises(Refused):
        vote(ada.viewer, anonymous, 1)

    assert not Voter.objects.exists() and ballots(anonymous) == [0, 0, 0]


def test_a_poll_that_was_taken_back_takes_no_vote(ada, bola, named):
    delete_message(by=ada.viewer, message=named)

    with pytest.raises(Refused):
        vote(bola.viewer, named, 1)


def test_nobody_votes_where_they_may_not_read(ada, bola, alumni_room):
    message = make_poll(ada.viewer, make_thread(ada.viewer, alumni_room))

    with pytest.raises(Refused):
        vote(bola.viewer, message, 1)
    assert not Poll.objects.visible_to(bola.viewer).exists() and Poll.objects.visible_to(ada.viewer).exists()


# ---- closing


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
