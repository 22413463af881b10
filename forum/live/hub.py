"""The hub, one per process: hears the bell, looks at the versions, and lets each circle ask once."""

import asyncio
import logging
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import Any

from forum.live import asking
from forum.live.asking import ask
from forum.live.doorbell import Note, doorbell
from forum.live.limits import GATHER_SECONDS, HEARTBEAT_SECONDS, PACE_SECONDS, QUESTION_THREADS, Why
from forum.live.line import hear_others
from forum.live.presence import Presence
from forum.live.questions import versions_of
from forum.live.reader import Reader
from forum.live.room import Room
from forum.live.together import Together
from forum.live.watch import Watch

logger = logging.getLogger("bali.live.hub")


class Hub:
    """Readers come and go by `join` and `part`. Everything here runs on the loop that opened it."""

    def __init__(self) -> None:
        self.rooms: dict[int, Room] = {}
        self.together = Together()
        self.presence = Presence(self.rooms)
        self.watch = Watch(self.rooms, self.join)
        self._tasks: list[asyncio.Task[None]] = []
        self._loop: asyncio.AbstractEventLoop | None = None

    async def open(
        self, *, own_threads: bool = True, heartbeat: float = HEARTBEAT_SECONDS, gather: float = GATHER_SECONDS
    ) -> None:
        """Begin to hear. Tests keep their questions on their own thread, inside their transaction."""
        self._loop = asyncio.get_running_loop()
        self.together = Together(gather)
        if own_threads:
            asking.threads = ThreadPoolExecutor(QUESTION_THREADS, "live")
        doorbell.answer(self.heard)
        self._tasks = [self.start(self._beat(heartbeat)), self.start(hear_others(self.heard, self.look_at_all))]
        self._tasks.append(self.start(self.presence.tell_others()))

    async def close(self) -> None:
        """Send everybody away, to come back to the next process."""
        for reader in self.readers():
            reader.end(Why.RESTART)
        doorbell.fall_silent()
        for task in [*self._tasks, *(room.pump for room in self.rooms.values() if room.pump)]:
            task.cancel()
        self.rooms.clear()
        self._tasks, self._loop = [], None
        if asking.threads is not None:
            asking.threads.shutdown(wait=False)
            asking.threads = None

    @property
    def is_open(self) -> bool:
        """Whether somebody may wait here. Under plain WSGI nobody opens it: pages then answer at once and end."""
        return self._loop is not None

    def start(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        return asyncio.get_running_loop().create_task(work)

    def readers(self) -> list[Reader]:
        return [reader for room in self.rooms.values() for reader in room.readers()]

    async def join(self, reader: Reader) -> None:
        """Read on from the reader's cursor, live from now on."""
        space_id = reader.ticket.space_id
        room = self.rooms.setdefault(space_id, Room(space_id, self.together.news))
        await room.bring_in(reader)
        if self.is_open:
            self.look_at(room)
        else:
            reader.end(Why.RESTART)

    def part(self, reader: Reader) -> None:
        """The page is gone."""
        room = self.rooms.get(reader.ticket.space_id)
        if room is None:
            return
        room.remove(reader)
        if room.is_empty:
            del self.rooms[room.space_id]

    def heard(self, note: Note) -> None:
        """A ring, from this process or another. Never waits, and never fails the one who rang."""
        if note.people or note.sessions:
            self.watch.look_again_at(note)
        for space_id in note.spaces & self.rooms.keys():
            self.look_at(self.rooms[space_id])
        for signal in note.signals:
            self.presence.heard(signal)

    def look_at(self, room: Room) -> None:
        """Have a room's circles ask what is new, soon and once."""
        room.is_dirty = True
        if room.pump is None or room.pump.done():
            room.pump = self.start(self._pump(room))

    def look_at_all(self) -> None:
        """Rings may have been missed."""
        for room in list(self.rooms.values()):
            self.look_at(room)

    async def _pump(self, room: Room) -> None:
        while room.is_dirty:
            # A room that rang a moment ago rests first; one that is quiet need not be woken for its rest to end.
            await asyncio.sleep(room.rests_until - monotonic())
            room.is_dirty = False
            seen = room.beat_version
            try:
                for circle in list(room.circles.values()):
                    await circle.advance()
                room.version = seen
            except Exception as error:
                # The database is away: the version stays unseen, so that the next heartbeat asks again.
                logger.warning("asking_failed", extra={"space": room.space_id, "reason": type(error).__name__})
            room.rests_until = monotonic() + PACE_SECONDS

    async def _beat(self, seconds: float) -> None:
        """What heals a lost ring: the versions of all watched spaces in one question, every few seconds."""
        while True:
            await asyncio.sleep(seconds)
            try:
                for space_id, version in (await ask(versions_of, list(self.rooms)) if self.rooms else {}).items():
                    if (room := self.rooms.get(space_id)) and room.lacks(version):
                        self.look_at(room)
                await self.watch.look_again_at_old()
                self._sweep()
            except Exception as error:
                logger.warning("heartbeat_failed", extra={"reason": type(error).__name__})

    def _sweep(self) -> None:
        for room in [room for room in self.rooms.values() if room.is_empty]:
            del self.rooms[room.space_id]


hub = Hub()
