"""The line to the other processes: one subscription for the whole process, taken up anew whenever it falls silent."""

import asyncio
import logging
from collections.abc import Callable

from channels.layers import get_channel_layer

from forum.live.doorbell import GROUP, PROCESS, Note, doorbell, is_one_process
from forum.live.limits import LISTEN_SECONDS

logger = logging.getLogger("bali.live.line")


async def hear_others(hear: Callable[[Note], None], refresh: Callable[[], None]) -> None:
    """Hands every ring of another process to `hear`, and calls `refresh` when rings may have been missed."""
    if is_one_process():
        return
    pulse = asyncio.get_running_loop().create_task(_pulse())
    try:
        while True:
            try:
                await _hear(hear, refresh)
            except Exception as error:
                logger.warning("line_lost", extra={"reason": type(error).__name__})
                await asyncio.sleep(2)
    finally:
        pulse.cancel()


async def _hear(hear: Callable[[Note], None], refresh: Callable[[], None]) -> None:
    layer = get_channel_layer()
    channel = await asyncio.wait_for(layer.new_channel("live"), LISTEN_SECONDS)
    await asyncio.wait_for(layer.group_add(GROUP, channel), LISTEN_SECONDS)
    refresh()
    try:
        while True:
            async with asyncio.timeout(LISTEN_SECONDS):
                message = await layer.receive(channel)
            if message["process"] != PROCESS:
                hear(Note.from_message(message))
    except TimeoutError:
        # Not even our own pulse came back: a client that lost its link without noticing. Begin anew.
        await asyncio.wait_for(layer.flush(), LISTEN_SECONDS)
        raise


async def _pulse() -> None:
    """An empty ring now and then, so that silence on the line means that the line is dead."""
    while True:
        doorbell.ring(Note())
        await asyncio.sleep(LISTEN_SECONDS / 3)
