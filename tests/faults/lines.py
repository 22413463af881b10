"""The three lines a page can have open, each read to its end by a thread of its own."""

import http.client
import json
import threading
import time

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.faults.conversation import Person
from tests.running import Web

KINDS = ("socket", "stream", "poll")


def dial(person: Person, web: Web, after: str = ""):
    """The socket of a page that stands at a cursor. Raises InvalidStatus where the handshake is refused."""
    address = f"ws://localhost:{web.port}/m/live/socket/{person.space}/?after={after}"
    headers = {"Cookie": f"sessionid={person.cookie}"}
    return connect(address, origin=f"http://localhost:{web.port}", additional_headers=headers)


class OpenLine(threading.Thread):
    """`said` is all that came; `ended` how the server ended it: a socket's close code, a stream's or poll's reason."""

    def __init__(self, kind: str, person: Person, web: Web, after: str) -> None:
        super().__init__(daemon=True)
        self.kind, self.person, self.web, self.after = kind, person, web, after
        self.said = ""
        self.ended: int | str | None = None
        self.start()

    def run(self) -> None:
        {"socket": self._socket, "stream": self._stream, "poll": self._poll}[self.kind]()

    def _socket(self) -> None:
        with dial(self.person, self.web, self.after) as line:
            try:
                while True:
                    self.said += line.recv()
            except ConnectionClosed as closed:
                self.ended = closed.rcvd.code if closed.rcvd else None

    def _stream(self) -> None:
        answer = self._answer()
        while piece := answer.readline():
            self.said += piece.decode()
        if "event: end\ndata: " in self.said:
            self.ended = self.said.rsplit("event: end\ndata: ", 1)[1].strip()

    def _poll(self) -> None:
        self.said = self._answer().read().decode()
        self.ended = json.loads(self.said)["end"]

    def _answer(self) -> http.client.HTTPResponse:
        path = f"/m/live/{self.kind}/{self.person.space}/?after={self.after}"
        return self.person.request(self.web, "GET", path, timeout=60).getresponse()


def open_lines(person: Person, web: Web, after: str) -> list[OpenLine]:
    """A socket, a stream and a long poll of one page."""
    return [OpenLine(kind, person, web, after) for kind in KINDS]


def ends_of(lines: list[OpenLine], seconds: float) -> dict[str, int | str | None]:
    """How each ended within so many seconds; None is still open."""
    until = time.monotonic() + seconds
    for line in lines:
        line.join(max(0.0, until - time.monotonic()))
    return {line.kind: line.ended for line in lines}
