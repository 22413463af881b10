"""`./bali bench live`: our hub against the tutorial's way, in the same run on the same machine."""

import random
import threading
import urllib.request
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from bench import stopping
from bench.abuse import abuse
from bench.bounds import BOUNDS, Bounds
from bench.losses import losses
from bench.report import Report, median_of, times
from bench.rooms import SYSTEMS, Load, Round, ours
from bench.storm import storm
from bench.world import World, world

SIZES = {
    False: {"sockets": 1000, "seconds": 12.0, "rounds": 3, "crowd": 5000, "rates": (10, 20, 30, 45)},
    True: {"sockets": 200, "seconds": 4.0, "rounds": 1, "crowd": 500, "rates": (50,)},
}


def main(quick: bool, full: bool = False) -> bool:
    """Measure everything. Gives whether every target holds."""
    report, size, bounds = Report(), SIZES[quick], BOUNDS[full]
    with world(size["sockets"], 50) as made:
        one_room(made, report, size, bounds)
        highest_rate(made, report, size, bounds)
        big_room(made, report, size, bounds)
        losses(made, report, size["rounds"], quick, bounds)
        storm(made, report, quick)
        abuse(made, report, size["rounds"], quick)
        stop(made, report, quick)
        slow_elsewhere(made, report, size, bounds)
        many_rooms(made, report, size, bounds)
    report.table()
    return not report.short


def compare(made: World, systems: list[str], load: Load, rounds: int) -> dict[str, list[Round]]:
    """Rounds of each system, shuffled, so that a busy moment of the machine hits no one alone."""
    order, results = systems * rounds, defaultdict(list)
    random.shuffle(order)
    for system in order:
        results[system].append(SYSTEMS[system](made, load))
    return results


def one_room(made: World, report: Report, size: dict, bounds: Bounds) -> None:
    """L1 and L3: a message a second in one room, by socket files as deployed, and a round of each over TCP beside."""
    load = Load(size["sockets"], rate=1, seconds=2 * size["seconds"], by_file=True)
    results = compare(made, ["ours", "uvicorn", "daphne"], load, size["rounds"])
    cpu = {system: median_of(rounds, lambda one: one.cpu_per_100k) for system, rounds in results.items()}
    late = {system: median_of(rounds, lambda one: one.p99) for system, rounds in results.items()}
    against = cpu["uvicorn"] / cpu["ours"], cpu["daphne"] / cpu["ours"]
    wanted = f">={bounds.on_uvicorn:g}x/>={bounds.on_daphne:g}x"
    holds = against[0] >= bounds.on_uvicorn and against[1] >= bounds.on_daphne
    report.target("L1", "/".join(map(times, against)), wanted, holds)
    share = late["ours"] / late["uvicorn"]
    holds = share <= bounds.share and late["ours"] < bounds.late
    report.target("L3", f"{share:.2f}/{late['ours']:.0f}ms", f"<={bounds.share:g}/<{bounds.late:g}ms", holds)
    for system in results:
        faults = sum(one.heard.faults + one.refused for one in results[system])
        report.row(
            f"one room, {load.sockets} sockets, 1/s, {system}",
            f"{cpu[system]:.2f} CPU-s per 100,000 deliveries, p99 {late[system]:.0f} ms, faults {faults}",
        )
        one = SYSTEMS[system](made, replace(load, by_file=False))
        report.row(f"the same over TCP, {system}", f"{one.cpu_per_100k:.2f} CPU-s, p99 {one.p99:.0f} ms")


def highest_rate(made: World, report: Report, size: dict, bounds: Bounds) -> None:
    """L4: how much one process delivers before the slowest hundredth waits 200 ms."""
    best = 0
    for rate in size["rates"]:
        load = Load(size["sockets"], rate=rate, seconds=min(8.0, size["seconds"]))
        round_ = ours(made, load)
        holds = round_.p99 < 200 and round_.heard.faults == 0
        report.row(f"{load.sockets} sockets, {rate}/s", f"p50 {round_.p50:.0f} ms, p99 {round_.p99:.0f} ms")
        if not holds:
            break
        best = rate * load.sockets
    report.target("L4", f"{best}/s", f">={bounds.rate}/s", best >= bounds.rate)


def big_room(made: World, report: Report, size: dict, bounds: Bounds) -> None:
    """L5: a crowd in one room."""
    load = Load(size["crowd"], rate=4, seconds=10)
    round_ = ours(made, load)
    missing = load.deliveries - round_.heard.received + round_.heard.faults
    holds = missing == 0 and round_.refused == 0 and round_.p99 < bounds.crowd_late
    report.target("L5", f"{missing} missing/{round_.p99:.0f}ms", f"0 missing/<{bounds.crowd_late:g}ms", holds)
    report.row(f"{load.sockets} sockets, 4/s", f"p50 {round_.p50:.0f} ms, p99 {round_.p99:.0f} ms")


def stop(made: World, report: Report, quick: bool) -> None:
    """One press of a host: silence, the last messages gone, somebody out."""
    people, said = (100, 50) if quick else (500, 100)
    measured = stopping.stop(made, people, said)
    report.target("STOP", "/".join(f"{late:.0f}ms" for late in measured), "<2000ms", max(measured) < 2000)
    report.row(f"stopping a talk of {people}, {said} messages", "silence, cleared, put out: as above")


def slow_elsewhere(made: World, report: Report, size: dict, bounds: Bounds) -> None:
    """L8: pages whose query takes 300 ms, three a second, in the same process."""
    load = Load(size["sockets"], rate=2, seconds=size["seconds"])
    alone = median_of([ours(made, load) for _ in range(size["rounds"])], lambda one: one.p50)
    beside = median_of([ours(made, load, slow_pages) for _ in range(size["rounds"])], lambda one: one.p50)
    report.target("L8", times(beside / alone), f"<={bounds.beside_slow:g}x", beside / alone <= bounds.beside_slow)
    report.row("p50 alone, beside slow pages", f"{alone:.1f} ms, {beside:.1f} ms")


def slow_pages(port: int) -> Callable[[], None]:
    """Asks for three slow pages a second until told to stop."""
    over = threading.Event()

    def visit() -> None:
        while not over.wait(1):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/bench/slow/", timeout=10).read()

    for _ in range(3):
        threading.Thread(target=visit, daemon=True).start()
    return over.set


def many_rooms(made: World, report: Report, size: dict, bounds: Bounds) -> None:
    """L10: fifty rooms of twenty, fifty messages a second in all: where a hub has least to share."""
    load = Load(1000, rate=50, seconds=size["seconds"], rooms=50, by_file=True)
    results = compare(made, ["ours", "uvicorn"], load, size["rounds"])
    cpu = {system: median_of(rounds, lambda one: one.cpu_per_100k) for system, rounds in results.items()}
    ratio = cpu["uvicorn"] / cpu["ours"]
    report.target("L10", times(ratio), f">={bounds.many_rooms:g}x", ratio >= bounds.many_rooms)
    for system, rounds in results.items():
        late = median_of(rounds, lambda one: one.p99)
        report.row(f"50 rooms of 20, {system}", f"{cpu[system]:.2f} CPU-s per 100,000 deliveries, p99 {late:.0f} ms")
