"""`./bali bench soak`: two processes, 500 sockets, ten messages a second for ten minutes (safety standard, part 8)."""

import threading
import time
from dataclasses import dataclass, field

from bench.crowd import Crowd, Seat
from bench.publisher import Publisher
from bench.report import Report
from bench.rooms import SETTLE, Load, drain
from bench.servers import Server, house, running
from bench.world import World, world

LOADS = {False: Load(500, rate=10, seconds=600, rooms=5), True: Load(100, rate=10, seconds=20, rooms=5)}
EVERY_SECONDS = 1.0
# The first fifth warms up: templates, pools and caches are filled by then.
WARM = 5


@dataclass
class Watched:
    """What two servers used while they were looked at: memory of both in kB, once a second."""

    servers: tuple[Server, ...]
    memory: list[int] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        while not self.over.wait(EVERY_SECONDS):
            self.memory.append(sum(server.memory_kb() for server in self.servers))

    @property
    def growth(self) -> float:
        """The share by which the last fifth needs more than the one after warming up."""
        part = max(1, len(self.memory) // WARM)
        early, late = self.memory[part : 2 * part] or self.memory, self.memory[-part:]
        return (sum(late) / len(late)) / (sum(early) / len(early)) - 1


def main(quick: bool) -> bool:
    """Measure it. Gives whether every target holds."""
    report, load = Report(), LOADS[quick]
    with world(load.sockets, load.rooms) as made:
        soak(made, report, load)
    report.table()
    return not report.short


def soak(made: World, report: Report, load: Load) -> None:
    """Everybody sits down, talk goes on and on, everybody leaves."""
    publisher = Publisher.start(made.environment, made.author)
    with running(house(made.environment), house(made.environment)) as servers:
        before = [server.descriptors() for server in servers]
        crowd = Crowd([server.port for server in servers], seats(made, load), comes_back=True)
        refused = crowd.wait_until_seated()
        publisher.warm(made.threads)
        time.sleep(SETTLE)
        watched = Watched(servers)
        watcher = threading.Thread(target=watched.look, daemon=True)
        watcher.start()
        publisher.order(made.threads[: load.rooms], load.each, load.rate)
        publisher.wait()
        drain(crowd, load.deliveries)
        watched.over.set()
        heard = crowd.leave(load.each)
        left = settled(servers, before)
    publisher.stop()
    late = heard.late_ms(0.95)
    report.target("SOAK late", f"{late:.0f}ms", "<750ms", late < 750)
    report.target("SOAK faults", f"{heard.faults + refused}", "0", heard.faults + refused == 0)
    report.target("SOAK memory", f"{watched.growth:+.0%}", "<=+10%", watched.growth <= 0.10)
    report.target("SOAK left open", f"{left}", "0", left == 0)
    report.row("deliveries", f"{heard.received} of {load.deliveries}, p50 {heard.late_ms(0.5):.0f} ms")
    report.row("memory of both", f"{watched.memory[0] / 1024:.0f} to {watched.memory[-1] / 1024:.0f} MB")


def seats(made: World, load: Load) -> list[Seat]:
    paths = [f"/m/live/socket/{room}/" for room in made.rooms[: load.rooms]]
    return [Seat(paths[n % load.rooms], made.cookies[n % len(made.cookies)]) for n in range(load.sockets)]


def settled(servers: tuple[Server, ...], before: list[int], seconds: float = 20) -> int:
    """How many descriptors more than before the crowd came are still open, after some time to close them.

    A few stay for good: connections to the database and to Redis that the first reader opened.
    """
    kept, until = 12, time.monotonic() + seconds
    while True:
        more = sum(max(0, server.descriptors() - was - kept) for server, was in zip(servers, before, strict=True))
        if more == 0 or time.monotonic() > until:
            return more
        time.sleep(0.5)
