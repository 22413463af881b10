"""Every line that everybody can ask for, open at once: sockets, streams and long polls of every space."""

import asyncio
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from asgiref.sync import async_to_sync, sync_to_async
from asgiref.testing import ApplicationCommunicator
from django.test import AsyncClient

from config.asgi import application
from forum.live.hub import hub
from tests.cast import Someone
from tests.live import HOST, NEVER, quiet

KINDS = ("socket", "stream", "poll")


@dataclass
class Line:
    """What somebody asked for and what came of it. `status` is 101 for a socket that was let in."""

    handle: str
    who: Someone
    kind: str
    space: str
    after: str = ""
    status: int = 0
    said: str = ""
    frames: list[dict[str, Any]] = field(default_factory=list)

    @property
    def path(self) -> str:
        return f"/m/live/{self.kind}/{self.space}/"

    async def open(self) -> None:
        await (self._dial() if self.kind == "socket" else self._get())

    async def _dial(self) -> None:
        cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in self.who.client.cookies.items())
        headers = [(b"host", HOST.encode()), (b"cookie", cookie.encode()), (b"origin", f"http://{HOST}".encode())]
        scope = {"type": "websocket", "path": self.path, "query_string": f"after={self.after}".encode()}
        scope |= {"headers": headers, "subprotocols": [], "extensions": {}}
        self.line = ApplicationCommunicator(application, scope)
        await self.line.send_input({"type": "websocket.connect"})
        self.status = 101 if (await self.line.receive_output(10))["type"] == "websocket.accept" else 403

    async def _get(self) -> None:
        """Not through the application: that would ask the database on a thread of its own, outside the test's rows."""
        client = AsyncClient()
        client.cookies = self.who.client.cookies
        answer = await client.get(self.path, {"after": self.after})
        self.status = answer.status_code
        self.said = str(answer.headers)
        if answer.streaming:
            self.reading = asyncio.create_task(self._read(answer))
        else:
            self.said += answer.text

    async def _read(self, answer: Any) -> None:
        async for piece in answer.streaming_content:
            self.said += piece.decode()

    async def say(self, words: str) -> None:
        if self.kind == "socket" and self.status == 101:
            await self.line.send_input({"type": "websocket.receive", "text": words})

    async def leave(self) -> None:
        """Read what has come, and go."""
        if self.kind == "socket":
            while self.status == 101 and not self.line.output_queue.empty():
                self.said += (await self.line.receive_output(1)).get("text", "")
            self.line.stop(exceptions=False)
        elif self.status == 200:
            self.reading.cancel()
            await asyncio.wait([self.reading])


def listen_everywhere(lines: list[Line], act: Callable[[], Any], say: Iterable[tuple[str, str]] = ()) -> list[Line]:
    """Open all lines, let something happen, and read them to silence. `say` are words a person's sockets send up."""

    async def listen() -> None:
        await hub.open(own_threads=False, heartbeat=NEVER, gather=0)
        try:
            for line in lines:
                await line.open()
            await quiet()
            for handle, words in say:
                for line in lines:
                    if line.handle == handle:
                        await line.say(words)
            await quiet()
            await sync_to_async(act, thread_sensitive=True)()
            await quiet()
            for line in lines:
                await line.leave()
        finally:
            await hub.close()

    for line in lines:
        # Whoever asks signs in first, which is no work for a loop.
        _ = line.who.client
    async_to_sync(listen)()
    for line in lines:
        line.frames = frames_in(line)
    return lines


def frames_in(line: Line) -> list[dict[str, Any]]:
    """The frames of what was said, whichever way they came."""
    found, at, decoder = [], line.said.find('{"'), json.JSONDecoder()
    while at >= 0:
        frame, end = decoder.raw_decode(line.said, at)
        found += frame.get("frames", [frame])
        at = line.said.find('{"', end)
    return found
