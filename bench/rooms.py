"""One measured round: a server, a crowd, somebody who talks."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from bench.crowd import Crowd
from bench.heard import Heard, Seat
from bench.publisher import Publisher
from bench.servers import Server, house, running, tutorial_on_daphne, tutorial_on_uvicorn
from bench.speaker import Speaker
from bench.world import World

# Newcomers are looked at once more by the next heartbeat: what is measured is talk, not arriving.
SETTLE = 5.0
DRAIN = 20.0


@dataclass
class Load:
    """How many listen in how many rooms, and how much is said there, all rooms together."""

    sockets: int
    rate: float
    seconds: float
    rooms: int = 1
    # By a socket file, as the proxy comes to the web processes; else by a port.
    by_file: bool = False

    @property
    def each(self) -> int:
        """Messages per room."""
        return max(1, round(self.rate * self.seconds / self.rooms))

    @property
    def deliveries(self) -> int:
        return self.each * self.sockets


@dataclass
class Round:
    """What one round showed."""

    heard: Heard
    cpu: float
    refused: int

    @property
    def cpu_per_100k(self) -> float:
        return self.cpu / max(1, self.heard.received) * 100_000

    @property
    def p50(self) -> float:
        return self.heard.late_ms(0.50)

    @property
    def p99(self) -> float:
        return self.heard.late_ms(0.99)


def drain(crowd: Crowd, expected: int, seconds: float = DRAIN) -> None:
    """Wait until everything has arrived, or nothing more will."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and crowd.received() < expected:
        time.sleep(0.2)


def measure(server: Server, seats: list[Seat], load: Load, talk: Callable[[], Callable[[], None]]) -> Round:
    """Seat the crowd, let talk begin (`talk` warms up and gives what talks to the end), and sum up."""
    with running(server):
        crowd = Crowd([server.door], seats)
        refused = crowd.wait_until_seated()
        talk_on = talk()
        time.sleep(SETTLE)
        before = server.cpu_seconds()
        talk_on()
        drain(crowd, load.deliveries)
        cpu = server.cpu_seconds() - before
        return Round(crowd.leave(load.each), cpu, refused)


def ours(world: World, load: Load, beside: Callable[[int], Callable[[], None]] | None = None) -> Round:
    """Our house: every message stored in PostgreSQL by a process of its own, heard by the hub over Redis."""
    seats = [
        Seat(f"/m/live/socket/{world.rooms[n % load.rooms]}/", world.cookies[n % len(world.cookies)])
        for n in range(load.sockets)
    ]
    publisher = Publisher.start(world.environment, world.author)
    server = house(world.environment, by_file=load.by_file)

    def talk() -> Callable[[], None]:
        publisher.warm(world.threads)

        def talk_on() -> None:
            stop = beside(server.port) if beside else lambda: None
            publisher.order(world.threads[: load.rooms], load.each, load.rate)
            publisher.wait()
            stop()

        return talk_on

    try:
        return measure(server, seats, load, talk)
    finally:
        publisher.stop()


def tutorial(server: Server, load: Load) -> Round:
    """The tutorial chat under the same load."""
    rooms = [f"/chat/room{n}/" for n in range(load.rooms)]
    seats = [Seat(rooms[n % load.rooms]) for n in range(load.sockets)]

    def talk() -> Callable[[], None]:
        speaker = Speaker(server.door, rooms, load.each, load.rate)

        def talk_on() -> None:
            speaker.begin.set()
            time.sleep(load.seconds)

        return talk_on

    return measure(server, seats, load, talk)


SYSTEMS: dict[str, Callable[[World, Load], Round]] = {
    "ours": ours,
    "uvicorn": lambda world, load: tutorial(tutorial_on_uvicorn(by_file=load.by_file), load),
    "daphne": lambda world, load: tutorial(tutorial_on_daphne(by_file=load.by_file), load),
}
