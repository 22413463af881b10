"""One open page: who reads, how far they are, and how frames reach them."""

import json
from abc import ABC, abstractmethod
from functools import cached_property
from typing import Any

from websockets.frames import Frame, Opcode

from forum.live.limits import Why
from forum.live.sight import Ticket


class Packet:
    """Some frames, encoded once for all who get them."""

    def __init__(self, frames: list[dict[str, Any]]) -> None:
        self.frames = frames

    @cached_property
    def texts(self) -> list[str]:
        return [json.dumps(frame, ensure_ascii=False, separators=(",", ":")) for frame in self.frames]

    @cached_property
    def wire(self) -> bytes:
        """Ready-made web socket frames: unmasked text, one after the other."""
        return b"".join(Frame(Opcode.TEXT, text.encode()).serialize(mask=False) for text in self.texts)

    @cached_property
    def events(self) -> str:
        """The same as server-sent events. A frame with a cursor carries it as the event's id."""
        return "".join(
            (f"id: {frame['cursor']}\n" if "cursor" in frame else "") + f"data: {text}\n\n"
            for frame, text in zip(self.frames, self.texts, strict=True)
        )


class Reader(ABC):
    """What the hub knows of an open page."""

    __slots__ = ("cursor", "is_here", "looked_at", "missed_bytes", "missed_events", "rings", "ticket", "told_about")

    def __init__(self, ticket: Ticket, cursor: str) -> None:
        self.ticket = ticket
        self.cursor = cursor
        # Their rights may have ended since the handshake asked, unheard by any room: the next heartbeat looks again.
        self.looked_at = float("-inf")
        # How many rings told of their rights or session: a look that began before the last one is out of date.
        self.rings = 0
        self.is_here = True
        # About how many people they were last told are here.
        self.told_about = 0
        self.missed_events = 0
        self.missed_bytes = 0

    @abstractmethod
    def take(self, packet: Packet) -> bool:
        """Hand over a packet without waiting. False, and nothing handed over, while the reader does not keep up."""

    @abstractmethod
    async def has_room(self) -> None:
        """Waits until `take` is worth another try."""

    @abstractmethod
    def end(self, why: Why) -> None:
        """End the reading. Never waits."""
