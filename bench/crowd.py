"""Crowds of listeners, each in a process of its own, so that the load does not wait for the server it loads."""

import multiprocessing
from multiprocessing.connection import Connection
from typing import Any

from bench.doors import Door
from bench.heard import Heard, Seat
from bench.sitting import Manner, sit


class Crowd:
    """Some processes full of listeners."""

    def __init__(self, doors: list[Door], seats: list[Seat], manner: Manner | None = None, processes: int = 2) -> None:
        context = multiprocessing.get_context("spawn")
        self._lines: list[Connection] = []
        self._processes = []
        for number in range(processes):
            here, there = context.Pipe()
            words = there, doors, seats[number::processes], manner or Manner(), number
            process = context.Process(target=sit, args=words, daemon=True)
            process.start()
            self._lines.append(here)
            self._processes.append(process)

    def wait_until_seated(self) -> int:
        """Everybody is connected; gives how many were refused."""
        return sum(self._ask(line, None) for line in self._lines)

    def received(self) -> int:
        """Deliveries so far."""
        return sum(self._ask(line, ("received",)) for line in self._lines)

    def hurry(self) -> None:
        """The slow ones read as fast as the others from now on."""
        for line in self._lines:
            self._ask(line, ("hurry",))

    def stir(self, seconds: float) -> None:
        """From now on everybody cuts their own line at random times, so many seconds apart on the average."""
        for line in self._lines:
            self._ask(line, ("stir", seconds))

    def rest(self) -> None:
        """Nobody cuts their own line any more."""
        for line in self._lines:
            self._ask(line, ("rest",))

    def leave(self, expected: int) -> Heard:
        """Everybody says what they heard of `expected` messages each, and goes."""
        heard = Heard()
        for line in self._lines:
            heard.add(self._ask(line, ("leave", expected)))
        for process in self._processes:
            process.join(10)
        return heard

    def _ask(self, line: Connection, question: Any) -> Any:
        if question is not None:
            line.send(question)
        if not line.poll(180):
            raise TimeoutError("a crowd does not answer")
        return line.recv()
