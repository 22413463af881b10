"""What must not lose a message: slow readers, bursts, cut lines, killed processes, a Redis that goes and comes back."""

import shutil
import subprocess
import time
from dataclasses import dataclass

from bench.crowd import Crowd
from bench.heard import Heard, Seat
from bench.publisher import Publisher
from bench.rooms import SETTLE, drain
from bench.servers import Server, free_port, house, running
from bench.sitting import COMES_BACK, Manner
from bench.world import World

# Where listeners cut their own lines is chance, and the same chance in every run.
SEED = 20


def seats_in(world: World, count: int, slow: int = 0) -> list[Seat]:
    """Seats in the first room, some of them slow."""
    path = f"/m/live/socket/{world.rooms[0]}/"
    return [Seat(path, world.cookies[n % len(world.cookies)], slow=1.0 if n < slow else 0.0) for n in range(count)]


def publisher_elsewhere(world: World, quick: bool) -> Heard:
    """Fifty a second into two hundred."""
    return told(world, 200, rate=50, count=100 if quick else 500)


def burst(world: World, quick: bool) -> Heard:
    """Three hundred messages as fast as they can be stored, into two hundred."""
    return told(world, 200, rate=0, count=60 if quick else 300)


def told(world: World, sockets: int, rate: float, count: int) -> Heard:
    publisher = Publisher.start(world.environment, world.author)
    with running(house(world.environment)) as (server,):
        crowd = Crowd([server.port], seats_in(world, sockets), COMES_BACK)
        crowd.wait_until_seated()
        time.sleep(SETTLE)
        publisher.order(world.threads[:1], count, rate)
        publisher.wait()
        drain(crowd, count * sockets)
        heard = crowd.leave(count)
    publisher.stop()
    return heard


@dataclass
class Beside:
    """What readers heard, some of them slow or none; how late the others heard it, and the server's memory in kB."""

    heard: Heard
    p99: float
    before: int
    highest: int

    @property
    def grown_mb(self) -> float:
        return (self.highest - self.before) / 1024


def beside(world: World, quick: bool, slow: int) -> Beside:
    """Sixty readers of much talk, of whom so many read a few kilobytes a second."""
    sockets, count, rate = 60, 100 if quick else 600, 20
    publisher = Publisher.start(world.environment, world.author)
    with running(house(world.environment)) as (server,):
        seats = seats_in(world, sockets, slow)
        # The slow ones in a process of their own: how late the others hear is not to be told by whom they sit with.
        slow_ones = Crowd([server.port], seats[:slow], COMES_BACK, processes=1)
        others = Crowd([server.port], seats[slow:], COMES_BACK)
        crowds = slow_ones, others
        for crowd in crowds:
            crowd.wait_until_seated()
        publisher.warm(world.threads)
        time.sleep(SETTLE)
        before = highest = server.memory_kb()
        # Slowly enough for whoever talks: what is late shall be late by the server.
        publisher.order(world.threads[:1], count, rate, pad=6000)
        until = time.monotonic() + count / rate + 2
        while time.monotonic() < until:
            highest = max(highest, server.memory_kb())
            time.sleep(0.2)
        publisher.wait()
        slow_ones.hurry()
        drain(others, count * (sockets - slow), 60)
        drain(slow_ones, count * slow, 60)
        heard, quick_ones = slow_ones.leave(count), others.leave(count)
    publisher.stop()
    heard.add(quick_ones)
    return Beside(heard, quick_ones.late_ms(0.99), before, highest)


def reconnecting(world: World, quick: bool) -> Heard:
    """Two processes; every reader cuts their own line at random times and comes back to either, while people talk."""
    sockets, count, rate = (100, 100, 20) if quick else (200, 900, 20)
    publisher = Publisher.start(world.environment, world.author)
    with running(house(world.environment), house(world.environment)) as servers:
        manner = Manner(comes_back=True, seed=SEED)
        crowd = Crowd([server.port for server in servers], seats_in(world, sockets), manner)
        crowd.wait_until_seated()
        publisher.warm(world.threads)
        time.sleep(SETTLE)
        crowd.stir(count / rate / 5)
        publisher.order(world.threads[:1], count, rate)
        publisher.wait()
        crowd.rest()
        drain(crowd, count * sockets, 40)
        heard = crowd.leave(count)
    publisher.stop()
    return heard


def cut_and_resume(world: World, quick: bool) -> Heard:
    """Three processes; one is killed while people talk, and its readers go on at the others."""
    sockets, count = 90, 100 if quick else 300
    publisher = Publisher.start(world.environment, world.author)
    servers = [house(world.environment) for _ in range(3)]
    with running(*servers):
        crowd = Crowd([server.port for server in servers], seats_in(world, sockets), COMES_BACK)
        crowd.wait_until_seated()
        time.sleep(SETTLE)
        publisher.order(world.threads[:1], count, 20)
        time.sleep(count / 20 / 3)
        servers[1].process.kill()
        publisher.wait()
        drain(crowd, count * sockets, 40)
        heard = crowd.leave(count)
    publisher.stop()
    return heard


def redis_restart(world: World, quick: bool) -> Heard:
    """A Redis of our own is killed for some seconds while people talk."""
    if not shutil.which("redis-server"):
        raise RuntimeError("redis-server is not installed here")
    port, sockets, count = free_port(), 60, 100 if quick else 300
    environment = world.environment | {"REDIS_URL": f"redis://127.0.0.1:{port}/0"}
    redis = start_redis(port)
    publisher = Publisher.start(environment, world.author)
    servers: list[Server] = [house(environment) for _ in range(2)]
    try:
        with running(*servers):
            crowd = Crowd([server.port for server in servers], seats_in(world, sockets), COMES_BACK)
            crowd.wait_until_seated()
            time.sleep(SETTLE)
            publisher.order(world.threads[:1], count, 20)
            time.sleep(1.5)
            redis.kill()
            redis.wait()
            time.sleep(2 if quick else 6)
            redis = start_redis(port)
            publisher.wait()
            drain(crowd, count * sockets, 40)
            return crowd.leave(count)
    finally:
        publisher.stop()
        redis.kill()


def start_redis(port: int) -> subprocess.Popen:
    words = ["redis-server", "--port", str(port), "--save", "", "--appendonly", "no", "--bind", "127.0.0.1"]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL)
