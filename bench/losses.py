"""L6 and L9: nothing lost, doubled or out of order; nobody late for another's sake; memory bounded."""

import time
from collections.abc import Callable

from bench import hardship
from bench.bounds import Bounds
from bench.crowd import Crowd
from bench.hardship import Beside
from bench.heard import Heard, Seat
from bench.report import Report, median_of, times
from bench.servers import house, running
from bench.world import World

SLOW = 12


def losses(made: World, report: Report, rounds: int, quick: bool, bounds: Bounds) -> None:
    """Every hardship, one after the other."""
    alone, slow = [], []
    for _ in range(rounds):
        alone.append(hardship.beside(made, quick, slow=0))
        slow.append(hardship.beside(made, quick, slow=SLOW))
    parts: dict[str, Heard] = {"slow readers": together(slow), "the same without slow ones": together(alone)}
    trials: dict[str, Callable[[World, bool], Heard]] = {
        "publisher in another process": hardship.publisher_elsewhere,
        "burst": hardship.burst,
        "cut and resume over 3 processes": hardship.cut_and_resume,
        "reconnecting at random": hardship.reconnecting,
        "Redis restart": hardship.redis_restart,
    }
    parts |= {name: trial(made, quick) for name, trial in trials.items()}
    faults = sum(part.faults for part in parts.values())
    late = [median_of(some, lambda one: one.p99) for some in (alone, slow)]
    lag = late[1] / late[0]
    holds = faults == 0 and lag <= bounds.beside_lag
    report.target("L6", f"{faults}/{times(lag)}", f"0/<={bounds.beside_lag:g}x", holds)
    for name, part in parts.items():
        cuts = f", {part.cuts} cuts" if part.cuts else ""
        report.row(name, f"lost {part.lost}, doubled {part.doubled}, out of order {part.unordered}{cuts}")
    report.row("p99 of the others, beside slow readers", f"{late[0]:.0f} ms, {late[1]:.0f} ms")
    memory(made, report, max(one.grown_mb for one in slow), bounds)


def together(some: list[Beside]) -> Heard:
    heard = Heard()
    for one in some:
        heard.add(one.heard)
    return heard


def memory(made: World, report: Report, grown: float, bounds: Bounds) -> None:
    """L9: what an idle socket costs, and what slow readers made the server keep."""
    each = memory_of_idle(made)
    holds = each <= bounds.idle and grown <= 64
    report.target("L9", f"{each:.0f}kB/+{grown:.0f}MB", f"<={bounds.idle}kB/<=64MB", holds)


def memory_of_idle(made: World, first: int = 100, more: int = 600) -> float:
    """Memory of one more idle socket, in kB, once the process is warm."""
    path = f"/m/live/socket/{made.rooms[0]}/"
    with running(house(made.environment)) as (server,):
        crowds = [Crowd([server.port], [Seat(path, made.cookies[n % len(made.cookies)]) for n in range(first)])]
        crowds[0].wait_until_seated()
        time.sleep(2)
        before = server.memory_kb()
        crowds.append(Crowd([server.port], [Seat(path, made.cookies[n % len(made.cookies)]) for n in range(more)]))
        crowds[1].wait_until_seated()
        time.sleep(2)
        grown = server.memory_kb() - before
        for crowd in crowds:
            crowd.leave(0)
    return grown / more
