"""Rings when something changed: which space, whose rights, which session. Never what was said.

A ring may be lost: the hub also looks at the spaces' versions every few seconds. What must not wait for that
(a right or a session that ended) is offered again until the layer took it.
"""

import asyncio
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from channels.layers import InMemoryChannelLayer, get_channel_layer

logger = logging.getLogger("bali.live.doorbell")

GROUP = "live"
PROCESS = uuid4().hex
CARRY_SECONDS = 3
MOST_KEPT = 10_000


@dataclass
class Note:
    """What a ring says. Rings that wait together become one."""

    spaces: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    sessions: set[str] = field(default_factory=set)
    signals: list[dict[str, Any]] = field(default_factory=list)

    def add(self, other: "Note") -> None:
        self.spaces |= other.spaces
        self.people |= other.people
        self.sessions |= other.sessions
        self.signals += other.signals[: max(0, 256 - len(self.signals))]

    def as_message(self) -> dict[str, Any]:
        return {
            "type": "live.note",
            "process": PROCESS,
            "spaces": sorted(self.spaces),
            "people": sorted(self.people),
            "sessions": sorted(self.sessions),
            "signals": self.signals,
        }

    @classmethod
    def from_message(cls, message: dict[str, Any]) -> "Note":
        return cls(set(message["spaces"]), set(message["people"]), set(message["sessions"]), list(message["signals"]))


class Doorbell:
    """One per process. `ring` may be called from any thread and never waits."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: Note | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._hear: Callable[[Note], None] = lambda note: None
        self._carrier: asyncio.Task[None] | None = None
        self._outgoing = Note()
        self._something = asyncio.Event()

    def answer(self, hear: Callable[[Note], None]) -> None:
        """From now on `hear` gets every ring of this process, on the running loop; the others get it by the layer."""
        self._loop = asyncio.get_running_loop()
        self._hear = hear
        self._something = asyncio.Event()
        if not is_one_process():
            self._carrier = self._loop.create_task(self._carry())

    def fall_silent(self) -> None:
        """The server closes."""
        self._loop = None
        self._hear = lambda note: None
        if self._carrier is not None:
            self._carrier.cancel()
            self._carrier = None

    def ring(self, note: Note) -> None:
        """Tell the hubs. Not being able to is no error."""
        loop = self._loop or self._own_loop()
        if loop is None:
            return
        with self._lock:
            first = self._waiting is None
            self._waiting = self._waiting or Note()
            self._waiting.add(note)
        if first:
            try:
                loop.call_soon_threadsafe(self._deliver)
            except RuntimeError:
                logger.info("rang_while_closing")

    def _deliver(self) -> None:
        with self._lock:
            note, self._waiting = self._waiting, None
        if note is None:
            return
        self._hear(note)
        self._outgoing.add(note)
        self._something.set()

    async def _carry(self) -> None:
        """Takes what waits to the other processes, one message at a time, so that a dead layer heaps nothing up."""
        while True:
            await self._something.wait()
            self._something.clear()
            note, self._outgoing = self._outgoing, Note()
            try:
                layer = get_channel_layer()
                await asyncio.wait_for(layer.group_send(GROUP, note.as_message()), CARRY_SECONDS)
            except Exception as error:
                logger.warning("ring_lost", extra={"reason": type(error).__name__})
                if len(note.people) + len(note.sessions) < MOST_KEPT:
                    self._outgoing.add(Note(people=note.people, sessions=note.sessions))
                    self._something.set()
                await asyncio.sleep(1)

    def _own_loop(self) -> asyncio.AbstractEventLoop | None:
        """A process without a hub (worker, command) rings from a loop of its own; one alone has no one to tell."""
        if is_one_process():
            return None
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=self._loop.run_forever, name="doorbell", daemon=True).start()
                self._loop.call_soon_threadsafe(self._begin_carrying)
        return self._loop

    def _begin_carrying(self) -> None:
        self._something = asyncio.Event()
        self._carrier = asyncio.get_running_loop().create_task(self._carry())


def is_one_process() -> bool:
    """Whether the layer reaches nobody outside this process."""
    return isinstance(get_channel_layer(), InMemoryChannelLayer)


doorbell = Doorbell()
