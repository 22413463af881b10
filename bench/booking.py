"""E2: two hundred people want fifty places at the same moment, through four processes."""

import threading
import time
from collections import Counter
from uuid import uuid4

from bench.client import Client
from bench.page_world import PageWorld
from bench.report import Report
from bench.servers import house, running

PROCESSES = 4
PLACES = 50


def rush(world: PageWorld, report: Report, people: int) -> None:
    """Everybody posts once. Exactly fifty come in, and nobody meets an error."""
    with running(*(house(world.environment) for _ in range(PROCESSES))) as servers:
        for server in servers:
            Client(server.port).get("/healthz")
        answers, took = all_at_once([server.port for server in servers], world, people)
    confirmed, taken = map(int, world.tell("booked").split())
    errors = sum(many for status, many in answers.items() if status >= 500 or status == 0)
    report.target(
        "E2",
        f"{confirmed}booked/{taken}taken/{errors}errors",
        f"{PLACES}booked/{PLACES}taken/0errors",
        confirmed == taken == PLACES and not errors,
    )
    told = ", ".join(f"{status}: {many}" for status, many in sorted(answers.items()))
    report.row(f"{people} people for {PLACES} places, {PROCESSES} processes", f"{took:.1f} s, answers {told}")


def all_at_once(ports: list[int], world: PageWorld, people: int) -> tuple[Counter, float]:
    """Answers by status, 0 for none at all; and how long the last one waited."""
    statuses: list[int] = []
    ready = threading.Barrier(people + 1)

    def book(number: int) -> None:
        client = Client(ports[number % len(ports)], world.cookies[number])
        ready.wait()
        try:
            statuses.append(client.post(world.paths["booking"], key=str(uuid4())).status)
        except OSError:
            statuses.append(0)

    threads = [threading.Thread(target=book, args=(number,)) for number in range(people)]
    for thread in threads:
        thread.start()
    ready.wait()
    began = time.monotonic()
    for thread in threads:
        thread.join()
    return Counter(statuses), time.monotonic() - began
