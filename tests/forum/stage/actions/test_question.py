"""What is asked, who else wants it answered, and that it was."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from forum.spaces.models import Space
from forum.stage.actions.question import add_upvote, ask, mark_answered, remove_upvote
from forum.stage.lists import queue
from forum.stage.models import Question, Upvote
from forum.talk.actions.held import post_held
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import delete_message
from forum.talk.changes import cursor_now
from forum.talk.models import Message
from network.access.visible import Refused
from tests.factories.forum import say
from tests.factories.stage import anew, ask_in, make_sitting, question_of, thread_of
from tests.live import while_listening


def words_in(viewer, sitting):
    return [question.message.body for question in queue(viewer, anew(sitting))]


def votes_in(viewer, sitting):
    return [(question.votes, question.has_voted) for question in queue(viewer, anew(sitting))]


def test_the_most_wanted_stands_first_then_the_oldest_and_what_was_answered_last(talk, ada, bola, cem):
    first, second, third = (ask_in(bola.viewer, talk, words) for words in ("First", "Second", "Third"))
    add_upvote(by=cem.viewer, question=third)
    add_upvote(by=ada.viewer, question=third)
    add_upvote(by=cem.viewer, question=first)

    assert words_in(ada.viewer, talk) == ["Third", "First", "Second"]
    mark_answered(by=ada.viewer, question=question_of(third.message.public_id), is_answered=True)
    assert words_in(ada.viewer, talk) == ["First", "Second", "Third"]
    assert votes_in(cem.viewer, talk) == [(1, True), (0, False), (2, True)]


def test_a_vote_counts_once_and_can_be_taken_back(talk, bola, cem):
    question = ask_in(bola.viewer, talk)

    add_upvote(by=cem.viewer, question=question)
    add_upvote(by=cem.viewer, question=question)
    assert votes_in(cem.viewer, talk) == [(1, True)]
    remove_upvote(by=cem.viewer, question=question)
    remove_upvote(by=cem.viewer, question=question)
    assert votes_in(cem.viewer, talk) == [(0, False)]


def test_nobody_votes_for_their_own_question_nor_for_a_message_that_is_none(talk, bola, cem):
    question = ask_in(bola.viewer, talk)

    with pytest.raises(Refused):
        add_upvote(by=bola.viewer, question=question)
    say(bola.viewer, thread_of(talk), "Only a message")
    assert words_in(cem.viewer, talk) == ["What comes next?"]


def test_of_a_hidden_author_there_is_no_question_and_of_a_hidden_voter_no_vote(talk, ada, bola, cem, hides):
    hidden, seen = ask_in(bola.viewer, talk, "Of Bola"), ask_in(ada.viewer, talk, "Of Ada")
    add_upvote(by=bola.viewer, question=seen)
    hides(bola, cem)

    assert words_in(cem.viewer, talk) == ["Of Ada"]
    assert votes_in(cem.viewer, talk) == [(0, False)]
    with pytest.raises(Refused):
        add_upvote(by=cem.viewer, question=hidden)
    assert votes_in(ada.viewer, talk)[0] == (1, False)


def test_whoever_does_not_see_a_voter_hears_nothing_of_the_vote(talk, ada, bola, cem, hides, committed):
    question, space = ask_in(ada.viewer, talk), talk.thread.space
    hides(bola, cem)
    place = cursor_now(cem.viewer, space)

    heard = while_listening(cem, space, committed(lambda: add_upvote(by=bola.viewer, question=question)))

    assert (heard, cursor_now(cem.viewer, space)) == ([], place)


def test_a_vote_and_an_answer_are_heard_by_an_open_page(talk, ada, bola, cem, committed):
    question, space = ask_in(bola.viewer, talk), talk.thread.space

    votes = while_listening(cem, space, committed(lambda: add_upvote(by=ada.viewer, question=question)))
    answers = while_listening(
        cem, space, committed(lambda: mark_answered(by=ada.viewer, question=question, is_answered=True))
    )

    assert 'data-question="1"' in votes[0]["html"] and "Answered" in answers[0]["html"]


def test_only_who_leads_says_that_it_was_answered(talk, ada, bola, cem):
    question = ask_in(bola.viewer, talk)

    with pytest.raises(Refused):
        mark_answered(by=cem.viewer, question=question, is_answered=True)
    mark_answered(by=ada.viewer, question=question, is_answered=True)
    with pytest.raises(Refused):
        add_upvote(by=cem.viewer, question=question_of(question.message.public_id))


def test_what_was_answered_while_it_was_on_leads_to_that_moment(talk, ada, bola):
    question = ask_in(bola.viewer, talk)
    with time_machine.travel(talk.starts_at + timedelta(minutes=12, seconds=5), tick=False):
        mark_answered(by=ada.viewer, question=question, is_answered=True)
        mark_answered(by=ada.viewer, question=question, is_answered=True)
    talk.recording_url = "https://video.example/talk"
    talk.save()

    answered = question_of(question.message.public_id)
    assert (answered.moment_in_words, answered.recorded_at) == ("12:05", "https://video.example/talk#t=725")


def test_marked_before_it_began_there_is_no_moment(talk, ada, bola):
    question = ask_in(bola.viewer, talk)
    mark_answered(by=ada.viewer, question=question, is_answered=True)

    answered = question_of(question.message.public_id)
    assert (answered.moment, answered.recorded_at) == (None, "")


@pytest.mark.parametrize("turn", ["ends_at", "closes_at"])
def test_after_it_nobody_asks_or_votes(talk, bola, cem, turn):
    question = ask_in(bola.viewer, talk)
    with time_machine.travel(getattr(talk, turn), tick=False):
        with pytest.raises(Refused):
            ask_in(bola.viewer, talk)
        with pytest.raises(Refused):
            add_upvote(by=cem.viewer, question=question_of(question.message.public_id))


def test_before_questions_are_taken_one_introduces_oneself(finn, bola):
    early = make_sitting(finn.viewer, bola.person, starts_in=timedelta(days=20))

    with pytest.raises(Refused):
        ask_in(bola.viewer, early)
    assert say(bola.viewer, thread_of(early), "I am Bola")


def test_the_same_key_is_the_same_question(talk, bola):
    key = uuid4()
    first = ask(by=bola.viewer, sitting=anew(talk), body="Once?", key=key)

    assert ask(by=bola.viewer, sitting=anew(talk), body="Once?", key=key) == first
    assert Question.objects.count() == 1


def test_what_is_looked_at_first_is_a_question_once_it_is_posted(talk, ada, bola, cem, committed):
    Space.objects.filter(pk=talk.thread.space_id).update(approves_first=True)
    with pytest.raises(WaitsFirst) as waits:
        ask(by=bola.viewer, sitting=anew(talk), body="May I?", key=uuid4())
    assert words_in(cem.viewer, talk) == []

    heard = while_listening(cem, talk.thread.space, committed(lambda: post_held(by=ada.viewer, held=waits.value.held)))

    assert words_in(cem.viewer, talk) == ["May I?"]
    assert "data-question" in heard[0]["html"]


def test_taken_back_it_is_gone_with_its_votes(talk, bola, cem):
    question = ask_in(bola.viewer, talk)
    add_upvote(by=cem.viewer, question=question)

    delete_message(
        by=bola.viewer, message=Message.objects.select_related("thread", "space").get(pk=question.message_id)
    )

    assert words_in(cem.viewer, talk) == []
    assert not Upvote.objects.visible_to(cem.viewer).exists()
