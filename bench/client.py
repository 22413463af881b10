"""Somebody who asks for pages, one connection at a time."""

import http.client
import time
from dataclasses import dataclass
from urllib.parse import urlencode

from bench.servers import Server

TOKEN = "a" * 32
# The server ends a line on which nothing was asked for five seconds, and a browser sees that it did.
KEPT_SECONDS = 4


@dataclass
class Answer:
    """What came back. `queries` is what the server counted."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def queries(self) -> int:
        return int(self.headers.get("bench-queries", -1))


class Client:
    """Keeps its connection while the server does and, where one is given, its session."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.cookie = "; ".join(filter(None, [cookie, f"csrftoken={TOKEN}" if cookie else ""]))
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.used_at = 0.0

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, **fields: str) -> Answer:
        body = urlencode({"csrfmiddlewaretoken": TOKEN, **fields})
        return self._ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        if self.cookie:
            headers = headers | {"Cookie": self.cookie}
        if time.monotonic() - self.used_at > KEPT_SECONDS:
            self.connection.close()
        try:
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            said = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, said, response.read())
        except (OSError, http.client.HTTPException):
            # Half a request is on that line.
            self.connection.close()
            raise
        finally:
            self.used_at = time.monotonic()


@dataclass
class Turn:
    """One measured turn: what a request cost the server, and how many it answered a second."""

    cpu_ms: float
    rate: float


def turn(server: Server, client: Client, paths: list[str], **headers: str) -> Turn:
    """Ask for these pages one after another."""
    began, cpu = time.monotonic(), server.cpu_seconds()
    for path in paths:
        answer = client.get(path, **headers)
        if answer.status not in (200, 304):
            raise RuntimeError(f"{path} answered {answer.status}")
    used, took = server.cpu_seconds() - cpu, time.monotonic() - began
    return Turn(used / len(paths) * 1000, len(paths) / took)
