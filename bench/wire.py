"""A web socket client small enough that a thousand of them do not outweigh the server."""

import asyncio
import base64
import os
import re
import struct
import zlib
from collections.abc import Callable
from time import monotonic_ns

MARK = re.compile(rb"bench:m:(\d+):(\d+):")
CURSOR = re.compile(rb'"cursor":"([^"]+)"')


class Ear(asyncio.Protocol):
    """One socket. Checks every marked message it hears: lost, doubled, out of order, how late."""

    def __init__(self, path: str, host: str, cookie: str, late: list[int], slow: float = 0.0) -> None:
        self.path, self.cookie, self.late, self.slow = path, cookie, late, slow
        self.heard: list[int] = []
        self.cursor = ""
        self.code = 0
        # Tries to come back since something was heard: a page waits longer after each.
        self.tries = 0
        self.closed = asyncio.Event()
        self.on_close: Callable[[Ear], None] | None = None
        self._known: set[bytes] = set()
        self.begin(host)

    def begin(self, host: str) -> None:
        """A fresh line, which goes on where the last one ended."""
        self.host, self.code = host, 0
        self.opened: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._buffer = bytearray()
        self._up = False
        self._inflate: zlib._Decompress | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: asyncio.Transport = transport  # type: ignore[assignment]
        key = base64.b64encode(os.urandom(16)).decode()
        path = f"{self.path.split('?')[0]}?after={self.cursor}" if self.cursor else self.path
        self.transport.write(
            f"GET {path} HTTP/1.1\r\nHost: {self.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nOrigin: http://{self.host}\r\n"
            "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"
            f"Cookie: {self.cookie}\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        now = monotonic_ns()
        self._buffer += data
        if not self._up:
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            self._up = self._buffer.startswith(b"HTTP/1.1 101")
            # A browser offers compression, and a server that was not told otherwise takes it.
            self._inflate = zlib.decompressobj(-15) if b"permessage-deflate" in self._buffer[:end] else None
            del self._buffer[: end + 4]
            if not self.opened.done():
                self.opened.set_result(self._up)
            if not self._up:
                self.transport.close()
                return
        self._frames(now)
        if self.slow and self._up:
            self.transport.pause_reading()
            asyncio.get_running_loop().call_later(self.slow, self._resume)

    def _resume(self) -> None:
        if not self.transport.is_closing():
            self.transport.resume_reading()

    def _frames(self, now: int) -> None:
        buffer, at = self._buffer, 0
        while len(buffer) - at >= 2:
            size, head = buffer[at + 1] & 127, 2
            if size == 126:
                head = 4
                if len(buffer) - at < 4:
                    break
                size = struct.unpack_from("!H", buffer, at + 2)[0]
            elif size == 127:
                head = 10
                if len(buffer) - at < 10:
                    break
                size = struct.unpack_from("!Q", buffer, at + 2)[0]
            if len(buffer) - at < head + size:
                break
            self._frame(buffer[at], bytes(buffer[at + head : at + head + size]), now)
            at += head + size
        del buffer[:at]

    def _frame(self, first: int, body: bytes, now: int) -> None:
        opcode = first & 15
        if first & 64 and self._inflate:
            body = self._inflate.decompress(body + b"\x00\x00\xff\xff")
        if opcode == 1:
            self.tries = 0
            if found := CURSOR.search(body):
                # The page's own rule: what it already had, it passes over.
                if found[1] in self._known:
                    return
                self._known.add(found[1])
                self.cursor = found[1].decode()
            if mark := MARK.search(body):
                self.heard.append(int(mark[1]))
                self.late.append(now - int(mark[2]))
        elif opcode == 9:
            self.transport.write(masked(10, body))
        elif opcode == 8:
            self.code = struct.unpack("!H", body[:2])[0] if len(body) >= 2 else 1005
            self.transport.close()

    def say(self, text: str) -> None:
        self.transport.write(masked(1, text.encode()))

    def connection_lost(self, error: Exception | None) -> None:
        if not self.opened.done():
            self.opened.set_result(False)
        self.closed.set()
        if self.on_close:
            self.on_close(self)


def masked(opcode: int, body: bytes) -> bytes:
    """A client's frame. The mask is nothing: it hides nothing from anybody here."""
    size = bytes([0x80 | len(body)]) if len(body) < 126 else bytes([0x80 | 126]) + struct.pack("!H", len(body))
    return bytes([0x80 | opcode]) + size + b"\0\0\0\0" + body


def count_faults(heard: list[int], expected: int) -> tuple[int, int, int]:
    """Of one ear: lost, doubled, out of order."""
    once = set(heard)
    lost = expected - len(once & set(range(expected)))
    unordered = sum(1 for before, after in zip(heard, heard[1:], strict=False) if after < before)
    return lost, len(heard) - len(once), unordered
