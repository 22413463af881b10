"""The house's own protocol class without a network: no clock runs here, and nothing is sent."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from websockets.protocol import State
from websockets.server import ServerProtocol

from forum.live.protocol import LiveProtocol


@dataclass
class Wire:
    """A transport that writes down what goes out."""

    written: list[bytes] = field(default_factory=list)
    is_cut: bool = False

    def write(self, data: bytes) -> None:
        self.written.append(data)

    def is_closing(self) -> bool:
        return self.is_cut

    def close(self) -> None:
        self.is_cut = True

    abort = close

    def get_extra_info(self, name: str) -> None:
        """Nobody is at the other end."""

    def pause_reading(self) -> None:
        """What was written down is read at leisure."""


class Socket(LiveProtocol):
    """The house's own protocol class on a wire of our own, past its handshake."""

    def __init__(self) -> None:
        self.transport = Wire()  # type: ignore[assignment]
        self.loop = asyncio.get_running_loop()
        self.writable = asyncio.Event()
        self.writable.set()
        self.conn = ServerProtocol(state=State.OPEN)
        self.logger, self.client = logging.getLogger(__name__), None
        self.close_sent = self.disconnected = False
        self.silent_turns, self.was_told, self.is_full = 0, False, False
        self.queue: asyncio.Queue = asyncio.Queue()
        self.read_paused, self.is_between_frames = False, True

    @property
    def has_ended(self) -> bool:
        return self.transport.is_closing() and self.conn.close_sent is not None

    def said(self) -> list[str]:
        """What the page said so far."""
        return [self.queue.get_nowait()["text"] for _ in range(self.queue.qsize())]


def on_a_loop(work: Callable[[], None]) -> None:
    async def run() -> None:
        work()

    asyncio.run(run())
