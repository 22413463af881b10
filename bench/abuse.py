"""ABUSE: one member floods, by the form and by a socket; the others hear one another as before."""

import time
from dataclasses import dataclass

from bench.crowd import Crowd
from bench.flood import POSTS_A_SECOND, WITHOUT_END, Flood
from bench.hardship import seats_in
from bench.heard import Heard
from bench.neighbours import Neighbours
from bench.report import Report, median_of, times
from bench.rooms import SETTLE, drain
from bench.servers import house, running
from bench.sitting import COMES_BACK
from bench.world import World

SOCKETS = {False: 200, True: 60}
SECONDS = {False: 20, True: 10}
RATE = 5
# What a member may say in a minute (forum/talk/actions/pace.py), which is longer than a round.
MOST_TAKEN = 10
REFUSED, TOO_FAST = 429, 4429


@dataclass
class Round:
    """What the neighbours met, and what became of the flood."""

    heard: Heard
    refused: int
    posts: dict[int, int]
    closes: dict[int, int]

    @property
    def p95(self) -> float:
        return self.heard.late_ms(0.95)

    @property
    def taken(self) -> int:
        """How many posts of the flood were neither refused nor failed."""
        return sum(many for status, many in self.posts.items() if 200 <= status < 400)

    @property
    def broken(self) -> int:
        """Posts and sockets of the flood that ended in any other way than the limits say, and neighbours' faults."""
        posts = sum(many for status, many in self.posts.items() if status != REFUSED) - self.taken
        sockets = sum(many for code, many in self.closes.items() if code != TOO_FAST)
        return posts + sockets + self.refused + self.heard.faults


def abuse(made: World, report: Report, rounds: int, quick: bool) -> None:
    """The same neighbours in turn without and with somebody who floods as the standard's W15 says; and once beside one
    who posts as fast as the answers come: how late they hear then is told and not bounded."""
    calm, flooded = [], []
    for _ in range(rounds):
        calm.append(measure(made, quick))
        flooded.append(measure(made, quick, POSTS_A_SECOND))
    worst = measure(made, quick, WITHOUT_END)
    late = [median_of(some, lambda one: one.p95) for some in (calm, flooded)]
    taken, broken = max(one.taken for one in [*flooded, worst]), sum(one.broken for one in [*calm, *flooded, worst])
    ratio = late[1] / late[0]
    report.target(
        "ABUSE",
        f"{times(ratio)}/{taken}taken/{broken}faults",
        f"<=2x/<={MOST_TAKEN}taken/0faults",
        ratio <= 2 and taken <= MOST_TAKEN and not broken,
    )
    posts, sockets = flooded[-1].posts, flooded[-1].closes
    told = f"p95 {late[0]:.0f} ms, {late[1]:.0f} ms; {sum(posts.values())} posts, {sum(sockets.values())} sockets"
    report.row(f"{SOCKETS[quick]} neighbours, {RATE}/s, alone and beside a flood", told)
    posts, sockets = worst.posts, worst.closes
    told = f"p95 {worst.p95:.0f} ms; {sum(posts.values())} posts, {sum(sockets.values())} sockets"
    report.row("beside posts as fast as they are answered", told)


def measure(made: World, quick: bool, flood_rate: float = 0.0) -> Round:
    """Two servers; the flood comes to one of them, with so many posts a second."""
    sockets, count = SOCKETS[quick], RATE * SECONDS[quick]
    with running(house(made.environment), house(made.environment)) as servers:
        ports = [server.port for server in servers]
        crowd = Crowd(ports, seats_in(made, sockets), COMES_BACK)
        crowd.wait_until_seated()
        warm = Neighbours(ports, made, 4, RATE, mark="w")
        warm.run()
        time.sleep(SETTLE)
        flood = Flood(ports[0], made, flood_rate) if flood_rate else None
        neighbours = Neighbours(ports, made, count, RATE)
        neighbours.run()
        posts, closes = flood.stop() if flood else ({}, {})
        drain(crowd, count * sockets)
        return Round(crowd.leave(count), neighbours.refused, posts, closes)
