"""How often a room asks: at once, and then no sooner than its pace."""

import asyncio
from time import monotonic

import pytest

from forum.live import hub
from forum.live.hub import Hub
from forum.live.room import Room


class Circle:
    """Notes when it was asked."""

    def __init__(self) -> None:
        self.asked: list[float] = []

    async def advance(self) -> None:
        self.asked.append(monotonic())


@pytest.fixture
def at_pace(monkeypatch):
    """`at_pace(seconds, story)`: a story of a hub, a room and its circle, with that pace."""

    def run(seconds, story):
        monkeypatch.setattr(hub, "PACE_SECONDS", seconds)

        async def begin():
            room, circle = Room(1, lambda *_: None), Circle()
            room.circles["everybody"] = circle
            await story(Hub(), room, circle)

        asyncio.run(begin())

    return run


def test_a_room_that_rang_once_is_asked_at_once_and_nothing_is_left_to_wake(at_pace):
    async def story(house, room, circle):
        house.look_at(room)
        await room.pump

        assert len(circle.asked) == 1

    at_pace(3600, story)


def test_a_room_that_rings_again_rests_first(at_pace):
    async def story(house, room, circle):
        house.look_at(room)
        await room.pump
        house.look_at(room)
        for _ in range(5):
            await asyncio.sleep(0)

        assert len(circle.asked) == 1 and not room.pump.done()
        room.pump.cancel()

    at_pace(3600, story)


def test_all_that_rings_while_it_rests_is_asked_for_once(at_pace):
    async def story(house, room, circle):
        house.look_at(room)
        await room.pump
        rests_until = room.rests_until
        for _ in range(5):
            house.look_at(room)
            await asyncio.sleep(0)
        await room.pump

        assert len(circle.asked) == 2 and circle.asked[1] >= rests_until - 0.001

    at_pace(0.05, story)


def test_a_ring_that_comes_while_it_is_asked_is_asked_for_as_well(at_pace):
    async def story(house, room, circle):
        advance = circle.advance

        async def ring_meanwhile():
            await advance()
            if len(circle.asked) == 1:
                house.look_at(room)

        circle.advance = ring_meanwhile
        house.look_at(room)
        await room.pump

        assert len(circle.asked) == 2

    at_pace(0.01, story)
