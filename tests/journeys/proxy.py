"""A proxy between a browser and the house, as stands in front of whole councils.

proxy.cut()                       every socket ends, as after a minute of its own
proxy.lets_sockets = False        none is let through
proxy.holds_streams = True        an answer is handed on once it is whole, and a stream never is
proxy.mute()                      what stands stays open, and nothing comes through any more
proxy.is_away = True              the cable is out
"""

import asyncio
import threading
from contextlib import suppress
from urllib.parse import urlsplit

TUNNEL = b"HTTP/1.1 200 Connection established\r\n\r\n"
REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Proxy:
    """Runs in a thread of its own between `start` and `stop`."""

    def __init__(self) -> None:
        self.lets_sockets = True
        self.holds_streams = False
        self.tunnels = 0
        self.port = 0
        self._is_away = False
        self._mute: set[asyncio.StreamWriter] = set()
        self._open: set[asyncio.StreamWriter] = set()
        self._sockets: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def start(self) -> "Proxy":
        self._thread.start()
        opening = asyncio.start_server(self._serve, "127.0.0.1", 0)
        self._server = asyncio.run_coroutine_threadsafe(opening, self._loop).result(10)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def stop(self) -> None:
        self.is_away = True
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        # Their connections were cut, so they end by themselves.
        if tasks := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait(tasks, timeout=5)

    @property
    def options(self) -> dict:
        """What a browser context takes to go through here."""
        return {"proxy": {"server": f"http://127.0.0.1:{self.port}"}}

    @property
    def is_away(self) -> bool:
        return self._is_away

    @is_away.setter
    def is_away(self, is_away: bool) -> None:
        self._is_away = is_away
        if is_away:
            self._on_loop(self._close_all, self._open)

    def cut(self) -> None:
        self._on_loop(self._close_all, self._sockets)

    def mute(self) -> None:
        self._on_loop(self._mute.update, self._open)

    def _on_loop(self, act, *what) -> None:
        done = threading.Event()
        self._loop.call_soon_threadsafe(lambda: (act(*what), done.set()))
        assert done.wait(10)

    def _close_all(self, writers: set[asyncio.StreamWriter]) -> None:
        for writer in list(writers):
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            with suppress(OSError, asyncio.IncompleteReadError):
                await self._answer(reader, writer)
        finally:
            self._open.discard(writer)
            self._sockets.discard(writer)
            writer.transport.abort()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.is_away:
            return
        head = await reader.readuntil(b"\r\n\r\n")
        method, target, _ = head.split(b"\r\n")[0].decode().split(" ")
        if method == "CONNECT":
            await self._tunnel(target, reader, writer)
        else:
            await self._hand_on(head, target, reader, writer)

    async def _tunnel(self, target: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self.lets_sockets:
            writer.write(REFUSED)
            return await writer.drain()
        self.tunnels += 1
        self._sockets.add(writer)
        host, port = target.rsplit(":", 1)
        far_reader, far_writer = await asyncio.open_connection(host, int(port))
        writer.write(TUNNEL)
        await self._between(reader, writer, far_reader, far_writer)

    async def _hand_on(
        self, head: bytes, target: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """One request on a connection of its own, so that nothing has to be understood of what comes back."""
        address = urlsplit(target)
        path = address.path + (f"?{address.query}" if address.query else "")
        lines = [line for line in head.split(b"\r\n") if not line.lower().startswith((b"proxy-", b"connection:"))]
        lines[0] = lines[0].replace(target.encode(), path.encode())
        lines[1:1] = [b"Connection: close"]
        far_reader, far_writer = await asyncio.open_connection(address.hostname, address.port)
        far_writer.write(b"\r\n".join(lines))
        is_held = self.holds_streams and path.startswith("/m/live/stream/")
        await self._between(reader, None if is_held else writer, far_reader, far_writer)

    async def _between(self, reader, writer, far_reader, far_writer) -> None:
        """Both directions, until either ends. Without a writer nothing comes back."""
        ways = [
            asyncio.ensure_future(self._pump(reader, far_writer, writer)),
            asyncio.ensure_future(self._pump(far_reader, writer, writer)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            far_writer.transport.abort()
            if writer is not None:
                with suppress(OSError):
                    await writer.drain()
                    writer.close()
                    await writer.wait_closed()

    async def _pump(self, reader, writer, near) -> None:
        with suppress(OSError):
            while data := await reader.read(65536):
                if writer is not None and near not in self._mute:
                    writer.write(data)
                    await writer.drain()
