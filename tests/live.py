"""Live tests as ordinary tests: sync outside, async inside one helper, everything rolled back afterwards.

heard = while_listening(bola, lounge, post)            what the hub handed a reader while `post` ran
outcome = on_socket(ada, lounge, say=["..."])           a socket through the real ASGI application
"""

import asyncio
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from asgiref.sync import async_to_sync, sync_to_async
from asgiref.testing import ApplicationCommunicator
from django.conf import settings

from config.asgi import application
from forum.live.hub import hub
from forum.live.limits import Why
from forum.live.reader import Packet, Reader
from forum.live.sight import Ticket, ticket_of
from forum.spaces.models import Space
from forum.talk.changes import cursor_now
from network.access.viewer import Viewer
from tests.cast import Someone

NEVER = 3600.0
SILENCE = 0.05
HOST = "testserver"


class Listener(Reader):
    """A reader of the hub that writes down what it hears. `room` is how many packets it takes before it is slow."""

    def __init__(self, ticket: Ticket, cursor: str, room: float = float("inf")) -> None:
        super().__init__(ticket, cursor)
        self.heard: list[dict[str, Any]] = []
        self.room = room
        self.why: Why | None = None

    def take(self, packet: Packet) -> bool:
        if self.room <= 0:
            return False
        self.room -= 1
        self.heard += packet.frames
        return True

    async def has_room(self) -> None:
        while self.room <= 0:
            await asyncio.sleep(0.01)

    def end(self, why: Why) -> None:
        self.why = why


def ticket_for(who: Someone | Viewer, space: Space) -> Ticket:
    """As the handshake would find it."""
    if isinstance(who, Viewer):
        return Ticket("", who, "", space.pk, space.public_id)
    who.client.get("/healthz")
    return ticket_of(who.client.session.session_key, who.viewer, who.person.name, space)


def while_listening(who: Someone | Viewer, space: Space, act: Callable[[], Any]) -> list[dict[str, Any]]:
    """What one viewer hears of a space while `act` runs, in order."""
    listener = Listener(ticket_for(who, space), cursor_now(getattr(who, "viewer", who), space))
    listen_together([listener], act)
    return listener.heard


def listen_together(
    listeners: Iterable[Listener], *acts: Callable[[], Any], heartbeat: float = NEVER, silence: float = SILENCE
) -> None:
    """Runs one act after the other while these listen, and waits after each until it is quiet."""

    async def listen() -> None:
        await hub.open(own_threads=False, heartbeat=heartbeat, gather=0)
        try:
            for listener in listeners:
                await hub.join(listener)
            await quiet(silence)
            for act in acts:
                await sync_to_async(act, thread_sensitive=True)()
                await quiet(silence)
        finally:
            await hub.close()

    async_to_sync(listen)()


async def quiet(seconds: float = SILENCE) -> None:
    """Waits until every ring was answered."""
    await asyncio.sleep(seconds)
    while any(room.pump and not room.pump.done() for room in hub.rooms.values()):
        await asyncio.sleep(0.01)


@dataclass
class Outcome:
    """What became of a socket."""

    accepted: bool = False
    code: int | None = None
    frames: list[dict[str, Any]] = field(default_factory=list)


def on_socket(
    who: Someone,
    space: str,
    *,
    say: Iterable[str | bytes] = (),
    act: Callable[[], Any] | None = None,
    after: str = "",
    headers: Iterable[tuple[bytes, bytes]] | None = None,
) -> Outcome:
    """Open a socket as this person's browser would, say something, let something happen, and see what comes."""
    cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in who.client.cookies.items())
    own = [(b"origin", f"http://{HOST}".encode())] if headers is None else list(headers)
    scope = {
        "type": "websocket",
        "path": f"/m/live/socket/{space}/",
        "query_string": f"after={after}".encode(),
        "headers": [(b"host", HOST.encode()), (b"cookie", cookie.encode()), *own],
        "subprotocols": [],
        "extensions": {},
    }
    outcome = Outcome()

    async def converse() -> None:
        await hub.open(own_threads=False, heartbeat=NEVER, gather=0)
        line = ApplicationCommunicator(application, scope)
        try:
            await line.send_input({"type": "websocket.connect"})
            answer = await line.receive_output(5)
            outcome.accepted = answer["type"] == "websocket.accept"
            if not outcome.accepted:
                outcome.code = answer.get("code")
                return
            await quiet()
            for words in say:
                kind = "bytes" if isinstance(words, bytes) else "text"
                await line.send_input({"type": "websocket.receive", kind: words})
            if act is not None:
                await sync_to_async(act, thread_sensitive=True)()
            await quiet()
            await gather(line, outcome)
            await line.send_input({"type": "websocket.disconnect", "code": outcome.code or 1001})
            await line.wait(2)
        finally:
            await hub.close()

    async_to_sync(converse)()
    return outcome


async def gather(line: ApplicationCommunicator, outcome: Outcome) -> None:
    """Everything that came down, until it closes or falls silent."""
    while not await line.receive_nothing(0.05):
        message = await line.receive_output(1)
        if message["type"] == "websocket.close":
            outcome.code = message.get("code", 1000)
            return
        outcome.frames.append(json.loads(message["text"]))


def session_cookie_of(who: Someone) -> str:
    """The session's key."""
    return who.client.cookies[settings.SESSION_COOKIE_NAME].value
