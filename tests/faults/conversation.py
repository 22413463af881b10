"""People who talk while something breaks: each writes down what became of every post (verdict.py compares)."""

import http.client
import json
import re
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import uuid4

from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import connect

from forum.talk.models import Thread
from tests.cast import Someone
from tests.running import Web, session_cookie

MARK = re.compile(r"mark-[a-z]+-\d+")
CSRF = "c" * 32


@dataclass
class Person:
    """A browser's worth of somebody: a session, and the addresses of one thread."""

    name: str
    cookie: str
    thread: str
    space: str

    @classmethod
    def of(cls, who: Someone, name: str, thread: Thread) -> "Person":
        return cls(name, session_cookie(who.person), thread.public_id, thread.space.public_id)

    def ask(self, web: Web, method: str, path: str, fields: dict | None = None, timeout: float = 8) -> tuple[int, str]:
        """Status and body. Raises OSError or HTTPException when no answer came."""
        line = self.request(web, method, path, fields, timeout)
        try:
            answer = line.getresponse()
            return answer.status, answer.read().decode()
        finally:
            line.close()

    def request(
        self, web: Web, method: str, path: str, fields: dict | None = None, timeout: float = 8
    ) -> http.client.HTTPConnection:
        """Send a request; whoever wants the answer reads it from the line."""
        line = http.client.HTTPConnection("localhost", web.port, timeout=timeout)
        headers = {"Cookie": f"sessionid={self.cookie}; csrftoken={CSRF}", "X-Fragment": "1"}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line.request(method, path, urlencode(fields) if fields is not None else None, headers)
        return line

    def post(self, web: Web, body: str, key: str, timeout: float = 8) -> int:
        return self.ask(web, "POST", f"/m/t/{self.thread}/messages/", words(body, key), timeout)[0]

    def post_and_hang_up(self, web: Web, body: str, key: str) -> None:
        """Send a message, wait until it stands there, and never read the answer."""
        start = self.cursor(web)
        line = self.request(web, "POST", f"/m/t/{self.thread}/messages/", words(body, key))
        until = time.monotonic() + 10
        while self.everything(web, start) != [body]:
            assert time.monotonic() < until
            time.sleep(0.1)
        line.close()

    def everything(self, web: Web, cursor: str) -> list[str]:
        """The marks after a cursor, by plain questions."""
        found, more = [], True
        while more:
            status, news = self.news(web, cursor)
            assert status == 200, status
            found += [MARK.search(frame["html"])[0] for frame in news["frames"]]
            cursor, more = news["cursor"], news["more"]
        return found

    def news(self, web: Web, cursor: str) -> tuple[int, dict]:
        """Status and answer of one question for what changed after a cursor."""
        status, body = self.ask(web, "GET", f"/m/s/{self.space}/changes/?after={cursor}")
        return status, json.loads(body) if status == 200 else {}

    def cursor(self, web: Web) -> str:
        status, body = self.ask(web, "GET", f"/m/s/{self.space}/changes/")
        assert status == 200, status
        return json.loads(body)["cursor"]


def words(body: str, key: str) -> dict[str, str]:
    """The composer's fields."""
    return {"body": body, "key": key, "csrfmiddlewaretoken": CSRF}


class Writer(threading.Thread):
    """Posts one message after the other. What got no answer is sent again, elsewhere, until somebody answers.

    `same_key=False` takes the guard away: each try comes with a key of its own.
    """

    def __init__(self, person: Person, webs: list[Web], count: int, pause: float, same_key: bool = True) -> None:
        super().__init__(daemon=True)
        self.person, self.webs, self.count, self.pause, self.same_key = person, webs, count, pause, same_key
        self.history: dict[str, str] = {}
        self.answers: set[int] = set()
        self.start()

    def run(self) -> None:
        for number in range(self.count):
            self.say(f"mark-{self.person.name}-{number}")
            time.sleep(self.pause)

    def say(self, body: str) -> None:
        self.history[body], key = "unknown", str(uuid4())
        for attempt in range(60):
            try:
                status = self.person.post(self.webs[attempt % len(self.webs)], body, key)
            except (OSError, http.client.HTTPException):
                time.sleep(0.25)
            else:
                self.answers.add(status)
                if status < 500:
                    self.history[body] = "ok" if status in (200, 201) else "failed"
                    return
                time.sleep(0.25)
            key = key if self.same_key else str(uuid4())


class Listener(threading.Thread):
    """Listens by socket, comes back elsewhere when cut off, fills gaps as a page does; its cursor is the guard."""

    def __init__(self, person: Person, webs: list[Web], first: int = 0, keeps_place: bool = True) -> None:
        super().__init__(daemon=True)
        self.person, self.webs, self.at, self.keeps_place = person, webs, first % len(webs), keeps_place
        self.cursor = person.cursor(webs[self.at])
        self.known = {self.cursor}
        self.heard: list[str] = []
        self.over = threading.Event()
        self.ready = threading.Event()
        self.start()
        assert self.ready.wait(20)

    def run(self) -> None:
        while not self.over.is_set():
            web = self.webs[self.at % len(self.webs)]
            address = f"ws://localhost:{web.port}/m/live/socket/{self.person.space}/?after={self.cursor}"
            headers = {"Cookie": f"sessionid={self.person.cookie}"}
            try:
                with connect(address, origin=f"http://localhost:{web.port}", additional_headers=headers) as line:
                    self.ready.set()
                    self.listen(line, web)
            except (OSError, ConnectionClosed, InvalidHandshake):
                self.at += 1
                time.sleep(0.3)
                self.forget_place()

    def forget_place(self) -> None:
        """Begin where the space stands now, as soon as somebody says where that is."""
        while not self.keeps_place:
            try:
                self.cursor = self.person.cursor(self.webs[self.at % len(self.webs)])
                return
            except (OSError, http.client.HTTPException):
                time.sleep(0.3)

    def listen(self, line, web: Web) -> None:
        while not self.over.is_set():
            try:
                frame = json.loads(line.recv(timeout=0.2))
            except TimeoutError:
                continue
            if frame.get("kind") != "message":
                continue
            if frame["follows"] == self.cursor:
                self.take(frame)
            elif frame["cursor"] not in self.known:
                self.fill_gap(web)

    def fill_gap(self, web: Web) -> None:
        status, news = self.person.news(web, self.cursor)
        for missed in news["frames"] if status == 200 else []:
            self.take(missed)

    def take(self, frame: dict) -> None:
        self.cursor = frame["cursor"]
        self.known.add(frame["cursor"])
        self.heard.append(MARK.search(frame["html"])[0])

    def has_heard(self, marks: set[str], seconds: float) -> bool:
        """Whether all these were heard within so many seconds."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if marks <= set(self.heard):
                return True
            time.sleep(0.05)
        return marks <= set(self.heard)

    def stop(self) -> None:
        self.over.set()
        self.join(5)
