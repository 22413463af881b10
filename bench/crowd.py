"""Crowds of listeners, each in a process of its own, so that the load does not wait for the server it loads."""

import asyncio
import multiprocessing
import socket
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

import uvloop

from bench.wire import Ear, count_faults

AT_ONCE = 40


@dataclass
class Seat:
    """Where one listener sits: path, cookie, and how long they rest after each read."""

    path: str
    cookie: str = ""
    slow: float = 0.0


@dataclass
class Heard:
    """What a crowd heard, summed up."""

    lost: int = 0
    doubled: int = 0
    unordered: int = 0
    received: int = 0
    late: list[int] = field(default_factory=list)
    closes: list[int] = field(default_factory=list)

    def add(self, other: "Heard") -> None:
        self.lost += other.lost
        self.doubled += other.doubled
        self.unordered += other.unordered
        self.received += other.received
        self.late += other.late
        self.closes += other.closes

    def late_ms(self, share: float) -> float:
        """How late, in milliseconds, at a share of all deliveries: 0.5, 0.99."""
        ordered = sorted(self.late)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] / 1e6 if ordered else float("inf")

    @property
    def faults(self) -> int:
        return self.lost + self.doubled + self.unordered


class Crowd:
    """Some processes full of listeners."""

    def __init__(self, ports: list[int], seats: list[Seat], processes: int = 2, comes_back: bool = False) -> None:
        context = multiprocessing.get_context("spawn")
        self._lines: list[Connection] = []
        self._processes = []
        for number in range(processes):
            here, there = context.Pipe()
            share = seats[number::processes]
            process = context.Process(target=sit, args=(there, ports, share, comes_back), daemon=True)
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


def sit(line: Connection, ports: list[int], seats: list[Seat], comes_back: bool) -> None:
    """The work of one crowd process."""
    uvloop.run(_sit(line, ports, seats, comes_back))


async def connected(port: int, is_slow: bool) -> socket.socket:
    """A connected socket; a slow reader's has little room, so that the server notices."""
    line = socket.socket()
    line.setblocking(False)
    if is_slow:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    await asyncio.get_running_loop().sock_connect(line, ("127.0.0.1", port))
    return line


async def _sit(line: Connection, ports: list[int], seats: list[Seat], comes_back: bool) -> None:
    loop = asyncio.get_running_loop()
    late: list[int] = []
    ears: list[Ear] = []
    tasks: set[asyncio.Task[None]] = set()
    going = False

    async def come(ear: Ear, number: int, wait: float = 0.0) -> bool:
        await asyncio.sleep(wait)
        port = ports[number % len(ports)]
        ear.host = f"127.0.0.1:{port}"
        ear.opened = loop.create_future()
        ear._buffer.clear()
        ear._up = False
        try:
            await loop.create_connection(lambda: ear, sock=await connected(port, bool(ear.slow)))
        except OSError:
            come_later(ear)
            return False
        return await asyncio.wait_for(ear.opened, 60)

    def come_later(ear: Ear) -> None:
        if comes_back and not going:
            number = ears.index(ear) + len(tasks) + 1
            task = loop.create_task(come(ear, number, 0.5))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

    refused = 0
    for start in range(0, len(seats), AT_ONCE):
        some = [Ear(seat.path, "", seat.cookie, late, seat.slow) for seat in seats[start : start + AT_ONCE]]
        came = await asyncio.gather(*(come(ear, start + n) for n, ear in enumerate(some)))
        refused += came.count(False)
        ears += some
        for ear in some:
            ear.on_close = come_later
    line.send(refused)
    while True:
        question = await loop.run_in_executor(None, line.recv)
        if question[0] == "received":
            line.send(sum(len(ear.heard) for ear in ears))
            continue
        if question[0] == "hurry":
            for ear in ears:
                ear.slow = 0.0
            line.send(True)
            continue
        going = True
        heard = Heard(received=sum(len(ear.heard) for ear in ears), late=late)
        for ear in ears:
            lost, doubled, unordered = count_faults(ear.heard, question[1])
            heard.add(Heard(lost, doubled, unordered, closes=[ear.code] if ear.code else []))
            ear.transport.abort()
        line.send(heard)
        return
