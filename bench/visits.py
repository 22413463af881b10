"""Members who look at pages while others talk: so many views a second, whether the server keeps up or not."""

import threading
import time
from http.client import HTTPException

from bench.client import Client
from bench.heard import at_share
from bench.world import World

HANDS = 16


class Visits:
    """Asks for one page after the other, at the times meant, until told to stop. None at all at a rate of 0."""

    def __init__(self, ports: list[int], world: World, rate: float) -> None:
        spaces = [f"/m/s/{room}/" for room in world.rooms]
        self.addresses = ["/m/", "/m/discussions/", *spaces, *world.pages]
        self.ports, self.cookies, self.rate = ports, world.cookies, rate
        self.late: list[float] = []
        self.errors = 0
        self.over = threading.Event()
        self._hands = [
            threading.Thread(target=self._visit, args=(n,), daemon=True) for n in range(HANDS if rate else 0)
        ]

    def start(self) -> None:
        self._began = time.monotonic()
        for hand in self._hands:
            hand.start()

    def end(self) -> None:
        self.over.set()
        for hand in self._hands:
            hand.join(60)

    def late_ms(self, share: float) -> float:
        """How long a view took at that share of all, from when it was meant to be asked."""
        return at_share(self.late, share) * 1000

    def _visit(self, turn: int) -> None:
        """Every hand takes each so-many-th view: one that waits does not hold the others up."""
        port, cookie = self.ports[turn % len(self.ports)], self.cookies[turn % len(self.cookies)]
        client = Client(port, cookie)
        while True:
            due = self._began + turn / self.rate
            if self.over.wait(max(0.0, due - time.monotonic())):
                return
            try:
                good = client.get(self.addresses[turn % len(self.addresses)]).status == 200
            except (OSError, HTTPException):
                good, client = False, Client(port, cookie)
            self.errors += not good
            self.late.append(time.monotonic() - due)
            turn += HANDS
