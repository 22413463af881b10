"""uvicorn's socket protocol with our limits, and one door more: frames made ready once go straight to the transport.

`python -m config.web` serves with it. Under any other server or protocol class the sockets work as well, by ASGI's
plain `send`; it only costs more (docs/decisions/0003-ready-made-frames.md).
"""

import logging
from typing import Any, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Request
from websockets.server import ServerProtocol

from forum.live.limits import FRAME_BYTES, SILENT_TURNS
from forum.live.pulse import pulse

# Of warnings alone, by config/settings/logs.py.
logger = logging.getLogger("bali.live.wire")

WIRE = "bali.wire"
PING = Frame(Opcode.PING, b"").serialize(mask=False)
# How a page answers it: head and size, then four bytes of mask over nothing.
PONG, MASK_BYTES = b"\x8a\x80", 4
PONG_BYTES = len(PONG) + MASK_BYTES


class LiveProtocol(WebSocketsSansIOProtocol):
    """No compression, small frames, a heartbeat, and no word of who listens where: whoever starts it."""

    # What every delivery touches lies side by side: a thousand cold dictionaries were a seventh of its price.
    __slots__ = ("close_sent", "disconnected", "is_between_frames", "is_full", "silent_turns", "transport", "was_told")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # uvicorn writes down every socket with the visitor's address and the space's, as no access log.
        self.logger = logger
        self.conn = ServerProtocol(extensions=[], max_size=FRAME_BYTES, logger=logger)
        self.silent_turns = 0
        self.was_told = False
        # Whether the reader does not keep up: with every delivery, asking `writable` would show in the price.
        self.is_full = False
        # Whether the next byte begins a frame, as far as that is known without parsing. Once lost, for good.
        self.is_between_frames = False

    def data_received(self, data: bytes) -> None:
        """All that a quiet crowd sends is answers to our pings. A parser's turn for each would be most of what the
        crowd costs, so those that come alone are known by sight."""
        if self.is_between_frames:
            if len(data) == PONG_BYTES and data.startswith(PONG):
                self.silent_turns = 0
                return
            self.is_between_frames = ends_with_a_frame(data)
        super().data_received(data)

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if not self.close_sent:
            self.is_between_frames = True
            cast(dict[str, Any], self.scope)["extensions"][WIRE] = self

    def put(self, frames: bytes) -> bool:
        """Write ready-made frames. False, and nothing written, when the reader does not keep up or has gone."""
        transport = self.transport
        if self.is_full or self.close_sent or self.disconnected or transport.is_closing():
            return False
        transport.write(frames)
        self.was_told = True
        return True

    def pause_writing(self) -> None:
        super().pause_writing()
        self.is_full = True

    def resume_writing(self) -> None:
        super().resume_writing()
        self.is_full = False

    async def has_room(self) -> None:
        """Waits until the reader has taken what was written."""
        await self.writable.wait()

    def end(self, code: int) -> None:
        """Close with a code, even for somebody who reads nothing: after the grace the connection is cut."""
        if self.close_sent or self.disconnected or self.transport.is_closing():
            return
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code})
        self.conn.send_close(code)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.stop_keepalive()
        self.close_timer = self.loop.call_later(self.close_timeout, self.transport.abort)

    def start_keepalive(self) -> None:
        pulse.join(self)

    def stop_keepalive(self) -> None:
        pulse.leave(self)

    def handle_pong(self, event: Frame) -> None:
        """Any pong is a sign of life, asked for or not."""
        self.silent_turns = 0

    def look_for_life(self) -> None:
        """Once a turn. Whoever was told something meanwhile is kept open by that, and is asked every other turn."""
        self.silent_turns += 1
        if self.silent_turns == SILENT_TURNS:
            self.keepalive_timeout()
            self.loop.call_later(1, self.transport.abort)
        elif self.silent_turns > 1 or not self.was_told:
            self.transport.write(PING)
        self.was_told = False


def ends_with_a_frame(data: bytes) -> bool:
    """Whether a page's frames, the first of which begins here, end where this ends. No page of ours sends a long frame:
    whoever does is not known by sight any more."""
    at = 0
    while at + 1 < len(data) and (size := data[at + 1] & 127) < 126:
        at += 2 + MASK_BYTES + size
    return at == len(data)
