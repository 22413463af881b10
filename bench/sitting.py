"""The work of one crowd process: its listeners come, listen, come back where they may, and say what they heard."""

import asyncio
import random
from collections.abc import Coroutine
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import uvloop

from bench.doors import Door, connected, host_of
from bench.heard import Heard, Seat
from bench.wire import Ear, count_faults

AT_ONCE = 40
# As assets/js/lib/lines.js has them: how long a page waits before each try, and how long for a line to open.
WAITS = (1, 2, 4, 8, 15, 30)
RESTART = 1012
BACK_FROM_RESTART = (1, 30)
ANSWER_SECONDS = 10
LONGEST_ANSWER_SECONDS = 60
# Close codes after which a page does not come back.
FINAL = (1003, 1008, 4401, 4403, 4429)


@dataclass(frozen=True)
class Manner:
    """Whether listeners come back when their line ends, and the seed of when and where."""

    comes_back: bool = False
    seed: int = 0


COMES_BACK = Manner(comes_back=True)


def pause(tries: int, by: random.Random) -> float:
    """How long a page waits before it comes back, after so many tries that brought nothing."""
    return WAITS[min(tries, len(WAITS) - 1)] * by.uniform(0.5, 1.5)


def sit(line: Connection, doors: list[Door], seats: list[Seat], manner: Manner, number: int) -> None:
    """From the first to come to the last to leave. `number` is that of the process in its crowd."""
    uvloop.run(Sitting(doors, manner, random.Random(f"{manner.seed}:{number}")).answer(line, seats))


class Sitting:
    """The listeners of one process."""

    def __init__(self, doors: list[Door], manner: Manner, by: random.Random) -> None:
        self.doors, self.manner, self.by = doors, manner, by
        self.ears: list[Ear] = []
        self.late: list[int] = []
        self.cuts = 0
        self.is_leaving = False
        self._tasks: set[asyncio.Task] = set()
        self._cutting: list[asyncio.Task] = []

    async def answer(self, line: Connection, seats: list[Seat]) -> None:
        """Seat everybody, and do as is asked until it is time to leave."""
        line.send(await self.seat(seats))
        while True:
            word, *rest = await asyncio.get_running_loop().run_in_executor(None, line.recv)
            match word:
                case "received":
                    line.send(sum(len(ear.heard) for ear in self.ears))
                case "hurry":
                    for ear in self.ears:
                        ear.slow = 0.0
                    line.send(True)
                case "stir":
                    self._cutting = [self._start(self.cut_now_and_then(ear, *rest)) for ear in self.ears]
                    line.send(True)
                case "rest":
                    for task in self._cutting:
                        task.cancel()
                    line.send(True)
                case "leave":
                    line.send(self.leave(*rest))
                    return

    async def seat(self, seats: list[Seat]) -> int:
        """Everybody comes, spread evenly over the servers. Gives how many were refused."""
        refused = 0
        for start in range(0, len(seats), AT_ONCE):
            some = [Ear(seat.path, "", seat.cookie, self.late, seat.slow) for seat in seats[start : start + AT_ONCE]]
            homes = [self.doors[(start + n) % len(self.doors)] for n in range(len(some))]
            came = [self.come(ear, [home], LONGEST_ANSWER_SECONDS) for ear, home in zip(some, homes, strict=True)]
            refused += (await asyncio.gather(*came)).count(False)
            self.ears += some
            for ear in some:
                ear.on_close = self.come_later
        return refused

    async def come(self, ear: Ear, doors: list[Door], patience: float) -> bool:
        """As behind a proxy, the first server that takes the connection."""
        loop = asyncio.get_running_loop()
        for door in doors:
            try:
                line = await connected(door, bool(ear.slow))
            except OSError:
                continue
            ear.begin(host_of(door))
            await loop.create_connection(lambda: ear, sock=line)
            try:
                return await asyncio.wait_for(asyncio.shield(ear.opened), patience)
            except TimeoutError:
                ear.transport.abort()
                return False
        if ear.on_close:
            ear.on_close(ear)
        return False

    def come_later(self, ear: Ear) -> None:
        """A line has ended, or none could be had."""
        if self.manner.comes_back and not self.is_leaving and ear.code not in FINAL:
            self._start(self._come_back(ear))

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _come_back(self, ear: Ear) -> None:
        if ear.code == RESTART:
            wait = self.by.uniform(*BACK_FROM_RESTART)
        else:
            wait, ear.tries = pause(ear.tries, self.by), ear.tries + 1
        await asyncio.sleep(wait)
        await self.come(ear, self.by.sample(self.doors, len(self.doors)), ANSWER_SECONDS)

    async def cut_now_and_then(self, ear: Ear, seconds: float) -> None:
        """Cut a line without a word, wherever it stands, again and again, after so many seconds on the average."""
        while True:
            await asyncio.sleep(self.by.expovariate(1 / seconds))
            # A page knows from the beginning where it stands; a listener, once they have heard something.
            if ear.cursor and not ear.transport.is_closing():
                self.cuts += 1
                ear.transport.abort()

    def leave(self, expected: int) -> Heard:
        self.is_leaving = True
        heard = Heard(received=sum(len(ear.heard) for ear in self.ears), cuts=self.cuts, late=self.late)
        for ear in self.ears:
            lost, doubled, unordered = count_faults(ear.heard, expected)
            heard.add(Heard(lost, doubled, unordered, closes=[ear.code] if ear.code else []))
            ear.transport.abort()
        return heard
