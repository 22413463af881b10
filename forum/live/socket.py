"""Web sockets, as a plain ASGI application: frames go down, passing words come up, nothing is ever written.

Its close codes, limits and frame sizes are the table in `limits.py`.
"""

import asyncio
import json
import logging
import re
from random import uniform
from time import monotonic
from typing import Any
from urllib.parse import parse_qs

from django.conf import settings
from django.http.cookie import parse_cookie

from forum.live.asgi import Message, Receive, Send
from forum.live.asking import ask
from forum.live.hub import hub
from forum.live.limits import (
    BAD_FRAMES_FORGIVEN,
    CLOSE_CODES,
    READING_JITTER,
    READING_SECONDS,
    SIGNAL_BYTES,
    SIGNALS,
    SIGNALS_SECONDS,
    TYPING_SECONDS,
    Why,
)
from forum.live.questions import edition
from forum.live.reader import Packet, Reader
from forum.live.sight import RightLost, SessionOver, Ticket, admit

logger = logging.getLogger("bali.live.socket")

_THREAD = re.compile(r"[A-Za-z0-9_-]{4,32}")
PULSE = Packet([{"kind": "pulse"}])


async def refuse(receive: Receive, send: Send) -> None:
    """Answer the handshake with 403. The same for a space that is hidden, unknown or misspelt."""
    await receive()
    await send({"type": "websocket.close", "code": CLOSE_CODES[Why.RIGHT_LOST]})


async def listen(scope: Message, receive: Receive, send: Send, space: str) -> None:
    """One socket, from handshake to end."""
    try:
        ticket = await ask(admit, session_key_of(scope), space)
    except (SessionOver, RightLost):
        await refuse(receive, send)
        return
    await receive()
    await send({"type": "websocket.accept"})
    reader = SocketReader(ticket, cursor_of(scope), scope, send)
    if (told := edition())["edition"]:
        await send({"type": "websocket.send", "text": json.dumps(told)})
    joining = hub.start(hub.join(reader))
    joining.add_done_callback(reader.after_joining)
    enough = asyncio.get_running_loop().call_later(reading_seconds(), reader.end, Why.RENEWAL)
    try:
        await reader.hear(receive)
    finally:
        enough.cancel()
        joining.cancel()
        hub.part(reader)


class SocketReader(Reader):
    """A socket. Where the server offers the wire (protocol.py), ready-made frames go straight to it."""

    __slots__ = ("_bad", "_closing", "_ended", "_send", "_sending", "_signals", "_signals_since", "_typed_at", "_wire")

    def __init__(self, ticket: Ticket, cursor: str, scope: Message, send: Send) -> None:
        super().__init__(ticket, cursor)
        self._send = send
        self._wire = scope.get("extensions", {}).get("bali.wire")
        self._sending: asyncio.Task[None] | None = None
        self._ended = False
        self._bad = 0
        self._signals = 0
        self._signals_since = self._typed_at = float("-inf")

    def take(self, packet: Packet) -> bool:
        if self._wire is not None:
            return self._wire.put(packet.wire)
        if self._ended or (self._sending is not None and not self._sending.done()):
            return False
        self._sending = hub.start(self._send_all(packet.texts))
        return True

    async def _send_all(self, texts: list[str]) -> None:
        try:
            for text in texts:
                await self._send({"type": "websocket.send", "text": text})
        except Exception:
            # The page went away meanwhile; `hear` gets to know by itself.
            self._ended = True

    async def has_room(self) -> None:
        if self._wire is not None:
            await self._wire.has_room()
        elif self._sending is not None:
            await asyncio.wait([self._sending])
        await asyncio.sleep(0.01)

    def end(self, why: Why) -> None:
        if self._ended:
            return
        self._ended = True
        if self._wire is not None:
            self._wire.end(CLOSE_CODES[why])
        else:
            self._closing = hub.start(self._close(CLOSE_CODES[why]))

    async def _close(self, code: int) -> None:
        try:
            await self._send({"type": "websocket.close", "code": code})
        except Exception:
            logger.debug("gone_before_closing")

    def after_joining(self, joining: "asyncio.Task[None]") -> None:
        """A join that failed (the database is away) sends the page off to try again later."""
        if not joining.cancelled() and (error := joining.exception()):
            logger.warning("joining_failed", extra={"reason": type(error).__name__})
            self.end(Why.SLOW)

    async def hear(self, receive: Receive) -> None:
        """What comes up, until the socket ends. A bad frame hurts nobody but its sender."""
        while True:
            message = await receive()
            if message["type"] == "websocket.disconnect":
                return
            if message.get("bytes") is not None:
                self.end(Why.BINARY)
            elif self._is_too_fast():
                self.end(Why.TOO_FAST)
            elif not self._obey(message.get("text") or ""):
                self._bad += 1
                if self._bad > BAD_FRAMES_FORGIVEN:
                    self.end(Why.BAD_FRAMES)

    def _is_too_fast(self) -> bool:
        now = monotonic()
        if now - self._signals_since > SIGNALS_SECONDS:
            self._signals, self._signals_since = 0, now
        self._signals += 1
        return self._signals > SIGNALS

    def _obey(self, text: str) -> bool:
        signal = signal_in(text)
        if signal is None:
            return False
        if signal["signal"] in ("here", "away"):
            self.is_here = signal["signal"] == "here"
        elif signal["signal"] == "pulse":
            # Nobody is asked to prove a line by pings a script cannot see. Who does not keep up hears enough as it is.
            self.take(PULSE)
        elif monotonic() - self._typed_at > TYPING_SECONDS:
            self._typed_at = monotonic()
            hub.presence.typing(self, signal["thread"])
        return True


def reading_seconds() -> float:
    """How long one socket lives: about a day, so that those opened together do not come back together."""
    return READING_SECONDS * uniform(1 - READING_JITTER, 1 + READING_JITTER)


def signal_in(text: str) -> dict[str, Any] | None:
    """A passing word: here, away, pulse (is anybody there?), or typing in a thread. None for anything else."""
    if len(text) > SIGNAL_BYTES:
        return None
    try:
        signal = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(signal, dict):
        return None
    if signal.get("signal") == "typing":
        return signal if _THREAD.fullmatch(str(signal.get("thread", ""))) else None
    return signal if signal.get("signal") in ("here", "away", "pulse") else None


def session_key_of(scope: Message) -> str:
    """The session key in the cookies, or nothing."""
    cookies = b"; ".join(value for name, value in scope["headers"] if name == b"cookie").decode("latin-1")
    return parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME, "")


def cursor_of(scope: Message) -> str:
    """Where the page stands, or nothing."""
    return parse_qs(scope["query_string"].decode("latin-1")).get("after", [""])[0][:200]
