import asyncio

import pytest
from asgiref.sync import async_to_sync
from django.db import OperationalError

from forum.live import together
from forum.live.questions import news_for
from forum.live.together import Together, one_of_each_space
from forum.talk.changes import cursor_now, sight_of
from forum.talk.models import Message
from forum.talk.models.message import seen_in
from network.people.actions.shield import raise_shield
from network.people.models import ShieldLevel
from tests.factories.forum import make_space, make_thread, say


@pytest.fixture
def rooms(ada):
    """Three rooms in which Ada has begun a thread."""
    spaces = [make_space(f"Room {number}") for number in range(3)]
    return [(space, make_thread(ada.viewer, space, title="First weeks", body="How was it?")) for space in spaces]


@pytest.fixture
def looks(monkeypatch):
    """How many questions each look at the database answered."""
    counts = []

    def counted(asked):
        counts.append(len(asked))
        return news_for(asked)

    monkeypatch.setattr(together, "news_for", counted)
    return counts


def ask_all(questions):
    """What each of these, asked in the same moment, is answered: news, or the error."""

    async def ask():
        gathering = Together(gather=0)
        return await asyncio.gather(*(gathering.news(*one) for one in questions), return_exceptions=True)

    return async_to_sync(ask)()


def told(news):
    return [frame["element"].removeprefix("message-") for frame in news.frames]


def test_rooms_that_ask_in_the_same_moment_are_answered_in_one_look(ada, bola, rooms, looks):
    asked = [(bola.viewer, space.pk, cursor_now(bola.viewer, space)) for space, _ in rooms]
    said = [say(ada.viewer, thread, "Hello").public_id for _, thread in rooms]

    answers = ask_all(asked)

    assert ([told(news) for news in answers], looks) == ([[public_id] for public_id in said], [3])


def test_each_answer_keeps_to_the_sight_of_who_asked(ada, bola, maya, rooms, looks):
    raise_shield(person=ada.person, level=ShieldLevel.EVERYWHERE, other=maya.person)
    first, second, _ = rooms
    mayas = cursor_now(maya.viewer, first[0])
    asked = [(maya.viewer, first[0].pk, mayas), (bola.viewer, second[0].pk, cursor_now(bola.viewer, second[0]))]
    for _, thread in (first, second):
        say(ada.viewer, thread, "Not for Maya")

    to_maya, to_bola = ask_all(asked)

    assert looks == [2]
    assert (told(to_maya), to_maya.cursor, len(told(to_bola))) == ([], mayas, 1)


def test_two_sights_of_one_room_are_never_asked_in_one_look(ada, bola, maya, rooms, looks):
    raise_shield(person=ada.person, level=ShieldLevel.EVERYWHERE, other=maya.person)
    space, thread = rooms[0]
    asked = [(who.viewer, space.pk, cursor_now(who.viewer, space)) for who in (maya, bola)]
    say(ada.viewer, thread, "Not for Maya")

    to_maya, to_bola = ask_all(asked)

    assert sight_of(maya.viewer) != sight_of(bola.viewer)
    assert (looks, told(to_maya), len(told(to_bola))) == ([1, 1], [], 1)


def test_a_question_that_fails_does_not_silence_its_neighbours(ada, bola, rooms, monkeypatch):
    bad = rooms[1][0].pk
    asked = [(bola.viewer, space.pk, cursor_now(bola.viewer, space)) for space, _ in rooms]
    for _, thread in rooms:
        say(ada.viewer, thread, "Hello")

    def fail(questions):
        if any(question.space_id == bad for question in questions):
            raise OperationalError("that one")
        return news_for(questions)

    monkeypatch.setattr(together, "news_for", fail)

    first, second, third = ask_all(asked)

    assert (len(told(first)), type(second), len(told(third))) == (1, OperationalError, 1)


def test_a_room_that_talks_alone_waits_for_nobody(bola, rooms, looks):
    viewer, (space, _) = bola.viewer, rooms[0]
    cursor = cursor_now(viewer, space)

    async def ask_twice():
        gathering = Together(gather=3600)
        return [await asyncio.wait_for(gathering.news(viewer, space.pk, cursor), 10) for _ in range(2)]

    answers = async_to_sync(ask_twice)()

    assert ([news.cursor for news in answers], looks) == ([cursor, cursor], [1, 1])


def test_a_reader_who_leaves_while_asking_is_forgotten(bola, rooms):
    async def ask_and_leave():
        gathering = Together(gather=0)
        questions = [asyncio.ensure_future(gathering.news(viewer, space.pk, cursor)) for space, cursor in asked]
        await asyncio.sleep(0)
        questions[0].cancel()
        return await asyncio.gather(*questions, return_exceptions=True)

    viewer = bola.viewer
    asked = [(space, cursor_now(viewer, space)) for space, _ in rooms]

    gone, *others = async_to_sync(ask_and_leave)()

    assert isinstance(gone, asyncio.CancelledError)
    assert [news.cursor for news in others] == [cursor for _, cursor in asked[1:]]


def test_a_batch_is_bounded_and_leaves_nobody_out(bola, monkeypatch):
    monkeypatch.setattr(together, "QUESTIONS_AT_ONCE", 2)
    waiting = [(together.Asked(bola.viewer, space_id, "cursor"), None) for space_id in (1, 1, 2, 3)]

    batch, rest = one_of_each_space(waiting)

    assert (batch, rest) == ([waiting[0], waiting[2]], [waiting[1], waiting[3]])


def test_rooms_whose_readers_see_alike_are_one_part_of_the_question(ada, bola, cem, maya):
    raise_shield(person=cem.person, level=ShieldLevel.EVERYWHERE, other=maya.person)
    alike, apart = [(bola.viewer, 1), (bola.viewer, 2)], [(bola.viewer, 1), (maya.viewer, 2)]

    parts = [str(Message.objects.filter(seen_in(places)).query).count('"audience"') for places in (alike, apart)]

    assert parts == [1, 2]
