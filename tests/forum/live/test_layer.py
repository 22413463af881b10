"""The line on Redis, without Redis: how long it waits for a word."""

import asyncio

from channels_redis.pubsub import RedisSingleShardConnection

from forum.live.layer import PatientConnection, PatientLayer
from forum.live.limits import LISTEN_SECONDS

HOST = {"hosts": ["redis://127.0.0.1:1"]}


def waits_of(connection):
    """How long each of its first three looks for a word may take, in seconds."""
    waits = []

    async def listen():
        connection._ensure_redis()
        listening = asyncio.get_running_loop().create_task(connection._do_receiving())

        async def no_word(block, timeout):
            waits.append(timeout)
            if len(waits) == 3:
                listening.cancel()
            await asyncio.sleep(0)

        connection._pubsub.channels = {b"live": None}
        connection._pubsub.parse_response = no_word
        await asyncio.wait([listening])

    asyncio.run(listen())
    return waits


def test_a_quiet_line_is_left_to_wait():
    async def connection_of_a_loop():
        return PatientLayer(**HOST)._get_layer()._shards[0]

    patient = asyncio.run(connection_of_a_loop())

    assert waits_of(patient) == [LISTEN_SECONDS] * 3


def test_the_layer_as_it_comes_looks_ten_times_a_second():
    patient = asyncio.run(_as_it_comes())

    assert waits_of(patient) == [0.1] * 3


async def _as_it_comes():
    shard = PatientLayer(**HOST)._get_layer()._shards[0]
    assert isinstance(shard, PatientConnection)
    return RedisSingleShardConnection(shard.host, shard.channel_layer)
