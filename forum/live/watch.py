"""Looks again at who listens: at once when a right or a session ended, and once a minute at everybody.

A role that ends by the clock rings no bell of its own. Its end is known beforehand, and the next heartbeat looks.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from time import monotonic

from django.utils import timezone

from forum.live.asking import ask
from forum.live.doorbell import Note
from forum.live.limits import SIGHT_AT_ONCE, SIGHT_SECONDS, Why
from forum.live.questions import AFRESH, sight_in
from forum.live.reader import Packet, Reader
from forum.live.room import Room
from forum.live.sight import Ticket, look_again

logger = logging.getLogger("bali.live.watch")


class Watch:
    """Ends readings that lost their ground, and moves readers whose sight changed to the circle of their equals."""

    def __init__(self, rooms: dict[int, Room], join: Callable[[Reader], Awaitable[None]]) -> None:
        self._rooms = rooms
        self._join = join
        self._tasks: set[asyncio.Task[None]] = set()

    def look_again_at(self, note: Note) -> None:
        """A ring told of people whose rights changed, or of sessions that ended."""
        about = [
            reader
            for room in self._rooms.values()
            for reader in room.readers()
            if reader.ticket.viewer.person_id in note.people or reader.ticket.session in note.sessions
        ]
        if about:
            # Should the question fail, the next heartbeat finds them overdue.
            for reader in about:
                reader.looked_at = float("-inf")
                reader.rings += 1
                # What is said from now on may be hidden from them, so nothing is handed out on what was seen before.
                self._rooms[reader.ticket.space_id].set_aside(reader)
            task = asyncio.get_running_loop().create_task(self._look_again(about))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def look_again_at_old(self) -> None:
        """Part of each heartbeat: at those not looked at for a minute, and at those with a role whose time is over."""
        due, now = monotonic() - SIGHT_SECONDS, timezone.now()
        everybody = [reader for room in self._rooms.values() for reader in room.readers()]
        await self._look_again([one for one in everybody if one.looked_at < due or one.ticket.viewer.is_over(now)])

    async def _look_again(self, readers: list[Reader]) -> None:
        for start in range(0, len(readers), SIGHT_AT_ONCE):
            some = readers[start : start + SIGHT_AT_ONCE]
            rings = [reader.rings for reader in some]
            try:
                found = await ask(look_again, [reader.ticket for reader in some])
            except Exception as error:
                logger.warning("looking_again_failed", extra={"reason": type(error).__name__})
                return
            for reader, result, heard in zip(some, found, rings, strict=True):
                # Who was rung for meanwhile is looked at once more already.
                if reader.rings == heard:
                    await self._apply(reader, result)

    async def _apply(self, reader: Reader, result: Ticket | Why) -> None:
        room = self._rooms.get(reader.ticket.space_id)
        if room is None or not room.has(reader):
            return
        if isinstance(result, Why):
            room.remove(reader)
            reader.end(result)
            return
        reader.looked_at = monotonic()
        moved = sight_in(result.viewer) != sight_in(reader.ticket.viewer)
        comes_back = moved or reader in room.aside
        if comes_back:
            room.remove(reader)
        reader.ticket = result
        if moved:
            reader.take(Packet([AFRESH]))
        if comes_back:
            await self._join(reader)
