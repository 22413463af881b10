"""uvicorn's server, which nothing wakes without need.

uvicorn's own looks ten times a second whether it is to end. In a quiet house that is most of what a process costs, and
a sixth of what a message a second to a thousand readers costs (docs/decisions/0003-ready-made-frames.md).
"""

import asyncio
from contextlib import suppress
from types import FrameType

from uvicorn import Server
from uvicorn.supervisors import multiprocess

TICK_SECONDS = 1.0


class LiveServer(Server):
    """Wakes once a second, for the date in its answers, and at once when it is asked to end."""

    _end: asyncio.Event | None = None
    _loop: asyncio.AbstractEventLoop | None = None

    async def main_loop(self) -> None:
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        # Its zeroth tick of ten is the one that renews the date.
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                async with asyncio.timeout(TICK_SECONDS):
                    await self._end.wait()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        if self._loop is not None and self._end is not None:
            # A signal comes between any two lines of Python, and would not wake a loop that waits.
            self._loop.call_soon_threadsafe(self._end.set)


class LiveProcess(multiprocess.Process):
    """One of several processes, with that server in it."""

    @property
    def server(self) -> Server:
        if self._server is None:
            self._server = LiveServer(self.config)
        return self._server


class LiveProcesses(multiprocess.Multiprocess):
    """Starts them, looks after them and renews them in turn."""

    def run(self) -> None:
        # uvicorn names the class of its processes in its own module alone.
        multiprocess.Process = LiveProcess  # type: ignore[misc]
        super().run()
