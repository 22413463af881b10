"""Settings of a house whose web processes sleep for an hour and are not woken to end: the guard is taken out."""

import asyncio

from forum.live.server import LiveServer
from tests.faults.with_acts import *  # noqa: F403


async def _sleep_on(self: LiveServer) -> None:
    """Like `LiveServer.main_loop`, but nobody calls."""
    while not await self.on_tick(0):
        await asyncio.sleep(3600)


LiveServer.main_loop = _sleep_on  # type: ignore[method-assign]
