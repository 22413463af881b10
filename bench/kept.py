"""What is kept of people who read: counted before they come and after they went, wherever something is kept."""

import json
import time

import redis

from bench.client import Client
from bench.servers import Server
from bench.world import World

Counts = dict[str, int]
# Presence forgets after a minute, and whoever follows a thread is told of it after one.
PATIENCE = 100.0
# Connections to the database and to Redis that the first reader opened stay for good.
STAY_OPEN = 12


def kept(servers: tuple[Server, ...], world: World) -> Counts:
    """By process and kind: what the hub holds, what is open; for all: what Redis holds, and jobs that are due."""
    counts: Counts = {}
    for number, server in enumerate(servers, 1):
        answer = Client(server.port).get("/bench/kept/")
        if answer.status != 200:
            raise RuntimeError(f"the count of what is kept answered {answer.status}")
        said = json.loads(answer.body)
        # They have one queue.
        counts["jobs"] = said.pop("jobs")
        counts |= {f"{kind}@{number}": many for kind, many in said.items()}
        counts[f"open@{number}"] = server.descriptors()
    return counts | in_redis(world.environment["REDIS_URL"], world.environment["REDIS_PREFIX"])


def in_redis(url: str, prefix: str) -> Counts:
    """Channels somebody hears, and keys that never end by themselves."""
    with redis.Redis.from_url(url) as server:
        keys = [key for key in server.scan_iter(match=f"*{prefix}*", count=1000) if server.ttl(key) == -1]
        return {"channels": len(server.pubsub_channels(f"*{prefix}*")), "keys": len(keys)}


def more_than(before: Counts, now: Counts) -> Counts:
    """Of what there is more than there was, and by how many."""
    allowed = {kind: STAY_OPEN for kind in now if kind.startswith("open@")}
    grown = {kind: many - before.get(kind, 0) for kind, many in now.items()}
    return {kind: more for kind, more in grown.items() if more > allowed.get(kind, 0)}


def settled(servers: tuple[Server, ...], world: World, before: Counts) -> Counts:
    """What is still kept after everybody has gone, once there is nothing left or nobody waits any longer."""
    until = time.monotonic() + PATIENCE
    while True:
        more = more_than(before, kept(servers, world))
        if not more or time.monotonic() > until:
            return more
        time.sleep(1)
