"""Members who say something by the form, in turn, at the times meant."""

import threading
import time
from collections import Counter
from uuid import uuid4

from bench.client import Client
from bench.world import World

TAKEN = 302


class Neighbours(threading.Thread):
    """Says `count` messages in the first thread at `rate` a second, each by the next member and by the next server.

    The time in a message is when it was meant to be said, so that a server that keeps one waiting cannot hide it.
    """

    def __init__(self, ports: list[int], world: World, count: int, rate: float, mark: str = "m") -> None:
        super().__init__(daemon=True)
        self.count, self.rate, self.mark = count, rate, mark
        self.address = f"{world.pages[0]}messages/"
        # Not the first: whoever floods is nobody's neighbour.
        self.members = [Client(ports[n % len(ports)], cookie) for n, cookie in enumerate(world.cookies[1:])]
        self.answers: Counter[int] = Counter()

    def run(self) -> None:
        start = time.monotonic_ns() + 50_000_000
        for number in range(self.count):
            due = start + int(number * 1e9 / self.rate)
            time.sleep(max(0.0, (due - time.monotonic_ns()) / 1e9))
            self.answers[self.say(number, due)] += 1

    def say(self, number: int, due: int) -> int:
        """The answer's status; 0 for none at all."""
        body = f"bench:{self.mark}:{number}:{due}: something worth saying in a room of colleagues."
        try:
            return self.members[number % len(self.members)].post(self.address, body=body, key=str(uuid4())).status
        except OSError:
            return 0

    @property
    def refused(self) -> int:
        """How many messages were not taken."""
        return self.answers.total() - self.answers[TAKEN]
