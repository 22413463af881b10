"""One member who floods: posts by the form without end, and signals until the socket is closed."""

import asyncio
import json
import multiprocessing
import threading
import time
from collections import Counter
from http.client import HTTPException
from uuid import uuid4

from bench.client import Client
from bench.wire import Ear
from bench.world import World

# The standard's W15: two hundred posts in ten seconds.
POSTS_A_SECOND = 20.0
# As fast as the answers come.
WITHOUT_END = float("inf")
BURST = 100
REST_SECONDS = 0.05


class Flood:
    """Runs in a process of its own from the moment it is made until it is told to stop."""

    def __init__(self, port: int, world: World, rate: float) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, there = context.Pipe()
        words = there, port, world.cookies[0], world.pages[0], world.rooms[0], rate
        self._process = context.Process(target=rage, args=words, daemon=True)
        self._process.start()

    def stop(self) -> tuple[Counter[int], Counter[int]]:
        """The answers to the posts by status, and the ends of the sockets by close code."""
        self._line.send("stop")
        if not self._line.poll(60):
            raise TimeoutError("the flood does not end")
        answers, closes = self._line.recv()
        self._process.join(10)
        return answers, closes


def rage(line, port: int, cookie: str, page: str, room: str, rate: float) -> None:
    """Until told to stop."""
    over, answers = threading.Event(), Counter()
    posting = threading.Thread(target=post, args=(port, cookie, page, answers, over, rate))
    posting.start()
    closes = asyncio.run(signals(port, cookie, page, room, line))
    over.set()
    posting.join()
    line.send((answers, closes))


def post(port: int, cookie: str, page: str, answers: Counter[int], over: threading.Event, rate: float) -> None:
    """At `rate` posts a second, or as many as are answered."""
    client, due = Client(port, cookie), time.monotonic()
    while not over.wait(max(0.0, due - time.monotonic())):
        due += 1 / rate
        try:
            answers[client.post(f"{page}messages/", body="Mine! Mine! Mine!", key=str(uuid4())).status] += 1
        except (OSError, HTTPException):
            answers[0] += 1
            client = Client(port, cookie)


async def signals(port: int, cookie: str, page: str, room: str, line) -> Counter[int]:
    """A page's socket that says far more than it may, and comes back at once whatever it was told."""
    loop, closes = asyncio.get_running_loop(), Counter()
    typing = json.dumps({"signal": "typing", "thread": page.rstrip("/").rsplit("/", 1)[1]})
    while not line.poll():
        ear = Ear(f"/m/live/socket/{room}/", f"127.0.0.1:{port}", cookie, [])
        try:
            await loop.create_connection(lambda ear=ear: ear, "127.0.0.1", port)
            if await ear.opened:
                for _ in range(BURST):
                    ear.say(typing)
                await asyncio.wait_for(ear.closed.wait(), 5)
        except (OSError, TimeoutError):
            closes[0] += 1
        closes[ear.code] += 1
        await asyncio.sleep(REST_SECONDS)
    return closes
