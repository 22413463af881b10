"""`./bali bench soak`: two processes and a worker, 500 sockets, ten messages a second for ten minutes.

Some also post by the form, one every two seconds, so that the queue has work. `--views=N` adds so many page views a
second.
"""

import threading
import time
from dataclasses import dataclass, field, replace

from bench.crowd import Crowd
from bench.heard import Heard, Seat
from bench.kept import kept, settled
from bench.neighbours import Neighbours
from bench.publisher import Publisher
from bench.report import Report
from bench.rooms import SETTLE, Load, drain
from bench.servers import Server, house, running, working
from bench.sitting import COMES_BACK
from bench.visits import Visits
from bench.world import World, world

LOADS = {False: Load(500, rate=10, seconds=600, rooms=5), True: Load(100, rate=10, seconds=20, rooms=5)}
EVERY_SECONDS = 1.0
# The first fifth warms up: templates, pools and caches are filled by then.
WARM = 5
# Each who posts follows the thread from then on, and is told of what the others say.
FEW = 20


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


def main(quick: bool, views: float = 0) -> bool:
    """Measure it. Gives whether every target holds."""
    report, load = Report(), LOADS[quick]
    with world(load.sockets, load.rooms) as made:
        soak(made, report, load, views)
    report.table()
    return not report.short


def soak(made: World, report: Report, load: Load, views: float) -> None:
    """Everybody sits down, talk goes on and on, everybody leaves."""
    publisher = Publisher.start(made.environment, made.author)
    with working(made.environment), running(house(made.environment), house(made.environment)) as servers:
        ports = [server.port for server in servers]
        before = kept(servers, made)
        crowd = Crowd(ports, seats(made, load), COMES_BACK)
        refused = crowd.wait_until_seated()
        publisher.warm(made.threads)
        time.sleep(SETTLE)
        watched, visits = Watched(servers), Visits(ports, made, views)
        # Not counted by those who listen: how much each hears is told by the publisher alone.
        few = replace(made, cookies=made.cookies[:FEW])
        neighbours = Neighbours(ports, few, round(load.seconds / 2), 1 / 2, mark="n")
        for beside in (threading.Thread(target=watched.look, daemon=True), neighbours, visits):
            beside.start()
        publisher.order(made.threads[: load.rooms], load.each, load.rate)
        publisher.wait()
        visits.end()
        neighbours.join()
        drain(crowd, load.deliveries)
        watched.over.set()
        heard = crowd.leave(load.each)
        left = settled(servers, made, before)
    publisher.stop()
    talk(report, load, heard, refused + neighbours.refused)
    pages(report, visits)
    remains(report, watched, left)


def talk(report: Report, load: Load, heard: Heard, refused: int) -> None:
    """How late words were seen, and whether they were."""
    late, latest = heard.late_ms(0.95), heard.late_ms(0.99)
    report.target("SOAK late", f"{late:.0f}ms/{latest:.0f}ms", "<750ms/<2000ms", late < 750 and latest < 2000)
    report.target("SOAK faults", f"{heard.faults + refused}", "0", heard.faults + refused == 0)
    report.row("deliveries", f"{heard.received} of {load.deliveries}, p50 {heard.late_ms(0.5):.0f} ms")


def pages(report: Report, visits: Visits) -> None:
    """How long pages took beside, where any were asked for."""
    if visits.rate:
        late = visits.late_ms(0.95)
        holds = late < 400 and not visits.errors
        report.target("SOAK pages", f"{late:.0f}ms/{visits.errors}errors", "<400ms/0errors", holds)
        report.row(f"page views, {visits.rate:g}/s", f"{len(visits.late)}, p50 {visits.late_ms(0.5):.0f} ms")


def remains(report: Report, watched: Watched, left: dict[str, int]) -> None:
    """What is left when everybody has gone."""
    report.target("SOAK memory", f"{watched.growth:+.0%}", "<=+10%", watched.growth <= 0.10)
    measured = ",".join(f"{kind}:+{more}" for kind, more in sorted(left.items())) or "nothing"
    report.target("SOAK left", measured, "nothing", not left)
    report.row("memory of both", f"{watched.memory[0] / 1024:.0f} to {watched.memory[-1] / 1024:.0f} MB")


def seats(made: World, load: Load) -> list[Seat]:
    paths = [f"/m/live/socket/{room}/" for room in made.rooms[: load.rooms]]
    return [Seat(paths[n % load.rooms], made.cookies[n % len(made.cookies)]) for n in range(load.sockets)]
