"""The pub/sub layer with the Redis client as pinned: many at once, and silence for longer than a client's patience."""

import asyncio

import pytest
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

pytestmark = pytest.mark.services


def hear_after(seconds: float, channels: int) -> int:
    """How many of so many channels hear a group after a silence."""

    async def hear() -> int:
        layer = get_channel_layer()

        async def join() -> str:
            channel = await layer.new_channel()
            await layer.group_add("idle", channel)
            return channel

        joined = await asyncio.gather(*(join() for _ in range(channels)))
        waiting = [asyncio.create_task(layer.receive(channel)) for channel in joined]
        await asyncio.sleep(seconds)
        await layer.group_send("idle", {"type": "word"})
        done, late = await asyncio.wait(waiting, timeout=10)
        for task in late:
            task.cancel()
        heard = sum(1 for task in done if task.exception() is None)
        await layer.flush()
        return heard

    return async_to_sync(hear)()


def test_three_hundred_join_at_once():
    heard = hear_after(0.1, 300)

    assert heard == 300


def test_a_room_idle_for_half_a_minute_still_hears():
    heard = hear_after(30, 20)

    assert heard == 20
