"""What is heard of somebody's rights while their first questions are under way."""

import asyncio
from dataclasses import replace

import pytest
from asgiref.sync import async_to_sync, sync_to_async

from forum.live import together
from forum.live.circle import Circle
from forum.live.doorbell import Note
from forum.live.hub import hub
from forum.live.limits import Why
from forum.live.questions import AFRESH
from forum.live.together import Together
from forum.talk.changes import cursor_now
from network.people.actions.role import end_role
from network.people.actions.shield import raise_shield
from network.people.models import ShieldLevel
from tests.live import NEVER, Listener, listen_together, quiet, ticket_for


@pytest.fixture
def during(monkeypatch):
    """`during(act)` has `act` happen once, after the first question was answered and before the answer is heard."""
    answer = together.news_for

    def prepare(act):
        acts = [act]

        def answer_late(asked):
            answers = answer(asked)
            if acts:
                acts.pop()()
            return answers

        monkeypatch.setattr(together, "news_for", answer_late)

    return prepare


@pytest.fixture
def hers(maya, lounge):
    return Listener(ticket_for(maya, lounge), cursor_now(maya.viewer, lounge))


@pytest.fixture
def asked(monkeypatch):
    """How many questions each look at the database answered."""
    looks, answer = [], together.news_for

    def counted(questions):
        looks.append(len(questions))
        return answer(questions)

    monkeypatch.setattr(together, "news_for", counted)
    return looks


def come_at_once(listeners):
    async def come():
        await hub.open(own_threads=False, heartbeat=NEVER, gather=0)
        try:
            await asyncio.gather(*(hub.join(one) for one in listeners))
            await quiet()
        finally:
            await hub.close()

    async_to_sync(come)()


def test_a_crowd_that_comes_back_at_once_asks_hardly_more_than_one(bola, maya, lounge, says, asked):
    """Standard, W29."""

    def crowd(count):
        cursor = cursor_now(bola.viewer, lounge)
        says(maya, f"word-{count}")
        asked.clear()
        listeners = [Listener(ticket_for(bola, lounge), cursor) for _ in range(count)]
        come_at_once(listeners)
        heard = {tuple(frame["html"] for frame in one.heard) for one in listeners}
        assert len(heard) == 1 and f"word-{count}" in str(heard)
        return sum(asked)

    assert crowd(1) <= crowd(100) < 10


def test_whoever_asked_first_and_may_not_read_sends_nobody_else_away(bola, maya, lounge, says):
    cursor = cursor_now(bola.viewer, lounge)
    says(maya, "word-1")
    gone, stays = (Listener(ticket_for(one, lounge), cursor) for one in (bola, maya))
    gone.ticket = replace(gone.ticket, viewer=replace(gone.ticket.viewer, audiences=frozenset()))

    async def read_up():
        circle = Circle(lounge.pk, Together(0).news)
        await asyncio.gather(circle.read_up(gone), circle.read_up(stays))

    async_to_sync(read_up)()

    assert gone.heard == [AFRESH]
    assert "word-1" in str(stays.heard) and AFRESH not in stays.heard


def test_who_loses_the_right_while_joining_is_sent_away(maya, bola, hers, says, on_commit, during):
    def lose():
        with on_commit():
            end_role(role=maya.person.roles.get(), by=None)

    during(lose)

    listen_together([hers], lambda: says(bola, "word-1"), silence=0.2)

    assert (hers.why, hers.heard) == (Why.RIGHT_LOST, [])


def test_a_shield_raised_while_joining_hides_what_comes_next(maya, bola, hers, says, on_commit, during):
    def shield():
        with on_commit():
            raise_shield(person=bola.person, level=ShieldLevel.EVERYWHERE, other=maya.person)

    during(shield)

    listen_together([hers], lambda: says(bola, "word-1"), silence=0.2)

    assert "word-1" not in str(hers.heard)
    assert {"kind": "afresh"} in hers.heard


def test_a_second_ring_while_coming_back_is_not_missed(maya, bola, hers, says, on_commit, during):
    def shield():
        with on_commit():
            raise_shield(person=bola.person, level=ShieldLevel.EVERYWHERE, other=maya.person)

    def lose():
        with on_commit():
            end_role(role=maya.person.roles.get(), by=None)

    def shield_and_come_back():
        during(lose)
        shield()

    listen_together([hers], shield_and_come_back, lambda: says(bola, "word-1"), silence=0.2)

    assert (hers.why, "word-1" in str(hers.heard)) == (Why.RIGHT_LOST, False)


def test_a_look_from_before_a_ring_brings_nobody_back(maya, hers, monkeypatch):
    note = Note(people={maya.person.pk})
    room_of = {}

    async def look(question, tickets):
        if not room_of:
            room_of["aside"] = set()
            hub.heard(note)
            return list(tickets)
        room_of["aside"] = set(hub.rooms[hers.ticket.space_id].aside)
        return [Why.RIGHT_LOST for _ in tickets]

    monkeypatch.setattr("forum.live.watch.ask", look)

    listen_together([hers], lambda: hub._loop.call_soon_threadsafe(hub.heard, note))

    assert (room_of["aside"], hers.why) == ({hers}, Why.RIGHT_LOST)


def test_who_goes_while_joining_leaves_nothing_behind(hers, during):
    async def come_and_go():
        await hub.open(own_threads=False, heartbeat=3600, gather=0)
        loop = hub._loop
        during(lambda: loop.call_soon_threadsafe(hub.part, hers))
        try:
            await hub.join(hers)
            await sync_to_async(lambda: None)()
            await quiet()
            return dict(hub.rooms)
        finally:
            await hub.close()

    assert async_to_sync(come_and_go)() == {}


def test_who_lost_the_right_between_asking_and_joining_is_sent_away_by_the_next_heartbeat(maya, hers, on_commit):
    """The ring found nobody to send away: between the handshake's question and the join no room knows of them."""
    with on_commit():
        end_role(role=maya.person.roles.get(), by=None)

    listen_together([hers], lambda: None, heartbeat=0.02, silence=0.3)

    assert hers.why == Why.RIGHT_LOST
