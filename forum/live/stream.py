"""Server-sent events and long polls: the same hub for pages whose sockets are refused on the way."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from time import monotonic

from asgiref.sync import sync_to_async
from django.db import connections

from forum.live.hub import hub
from forum.live.limits import LAG_BYTES, LAG_EVENTS, POLL_SECONDS, STREAM_PULSE_SECONDS, STREAM_SECONDS, Why
from forum.live.questions import edition
from forum.live.reader import Packet, Reader
from forum.live.sight import Ticket

# What a page hears of a stream that has nothing to tell: at its beginning, and after every silence. A comment would
# pass unheard, and a proxy that holds the stream back would never be noticed.
PULSE = "event: pulse\ndata: here\n\n"


class QueueReader(Reader):
    """A page that takes frames from a bounded queue."""

    def __init__(self, ticket: Ticket, cursor: str) -> None:
        super().__init__(ticket, cursor)
        self.why: Why | None = None
        self._packets: deque[Packet] = deque()
        self._moved = asyncio.Event()

    def take(self, packet: Packet) -> bool:
        events = sum(len(waiting.frames) for waiting in self._packets)
        size = sum(len(waiting.wire) for waiting in self._packets)
        if events >= LAG_EVENTS or size >= LAG_BYTES:
            return False
        self._packets.append(packet)
        self._moved.set()
        return True

    async def has_room(self) -> None:
        while self._packets and self.why is None:
            await asyncio.sleep(0.05)

    def end(self, why: Why) -> None:
        self.why = self.why or why
        self._moved.set()

    async def next(self, seconds: float) -> list[Packet]:
        """What came within so many seconds. Empty after silence, and at the end."""
        if not self._packets and self.why is None:
            self._moved.clear()
            try:
                await asyncio.wait_for(self._moved.wait(), seconds)
            except TimeoutError:
                return []
        packets, self._packets = list(self._packets), deque()
        return packets


async def events(ticket: Ticket, cursor: str) -> AsyncIterator[str]:
    """The body of a stream. It ends after a quarter of an hour; browsers then come back by themselves."""
    await release_connections()
    reader = QueueReader(ticket, cursor)
    joining = hub.start(hub.join(reader))
    until = monotonic() + STREAM_SECONDS
    try:
        yield f"retry: 2000\n\n{PULSE}" + (Packet([told]).events if (told := edition())["edition"] else "")
        while reader.why is None and monotonic() < until:
            packets = await reader.next(STREAM_PULSE_SECONDS)
            yield "".join(packet.events for packet in packets) or PULSE
        if reader.why is not None:
            yield f"event: end\ndata: {reader.why}\n\n"
    finally:
        joining.cancel()
        hub.part(reader)


async def one_answer(ticket: Ticket, cursor: str) -> AsyncIterator[str]:
    """The body of a long poll: the first news, or none after 25 seconds."""
    await release_connections()
    reader = QueueReader(ticket, cursor)
    joining = hub.start(hub.join(reader))
    try:
        packets = await reader.next(POLL_SECONDS)
        frames = [frame for packet in packets for frame in packet.frames]
        yield json.dumps({"frames": frames, "end": reader.why})
    finally:
        joining.cancel()
        hub.part(reader)


async def release_connections() -> None:
    """A stream waits for minutes: it must not keep a database connection from the pages meanwhile."""

    def close() -> None:
        for connection in connections.all(initialized_only=True):
            if not connection.in_atomic_block:
                connection.close()

    await sync_to_async(close, thread_sensitive=True)()
