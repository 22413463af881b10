"""STORM: the server is killed under hundreds of sockets, and all of them come back to its successor at once."""

import time
from dataclasses import dataclass

from bench.crowd import Crowd
from bench.hardship import SEED, seats_in
from bench.heard import Heard
from bench.publisher import Publisher
from bench.report import Report
from bench.rooms import SETTLE
from bench.servers import Server, house, running
from bench.sitting import Manner
from bench.world import World

SOCKETS = {False: 500, True: 150}
# What is said while the server is away, and once more when everybody is back.
SAID, RATE = 60, 10
BASE_SECONDS, LOOK_SECONDS, PATIENCE = 10, 5, 150
BACK_SECONDS, CALM_SECONDS = 60, 90
# A quiet server's share of a processor is a few hundredths, of which a clock of hundredths tells half by chance.
MORE, HUNDREDTHS = 1.5, 0.03


@dataclass
class Storm:
    """After how many seconds all were back and caught up, and the processor was as quiet as before."""

    heard: Heard
    back: float
    calm: float
    base: float
    after: float


def storm(made: World, report: Report, quick: bool) -> None:
    """Nobody misses a word, and it is soon over."""
    sockets = SOCKETS[quick]
    one = measure(made, sockets)
    report.target(
        "STORM",
        f"{one.heard.faults}/{one.back:.1f}s/{one.calm:.1f}s",
        f"0/<={BACK_SECONDS}s/<={CALM_SECONDS}s",
        one.heard.faults == 0 and one.back <= BACK_SECONDS and one.calm <= CALM_SECONDS,
    )
    report.row(
        f"{sockets} sockets cut by a killed server",
        f"all back and caught up after {one.back:.1f} s; processor {one.base:.1%} before, {one.after:.1%} after",
    )


def measure(made: World, sockets: int) -> Storm:
    """Kill the server, start another on its port, and look on."""
    publisher = Publisher.start(made.environment, made.author)
    with running(house(made.environment)) as (server,):
        crowd = Crowd([server.port], seats_in(made, sockets), Manner(comes_back=True, seed=SEED))
        crowd.wait_until_seated()
        publisher.warm(made.threads)
        time.sleep(SETTLE)
        base = share_of(server, BASE_SECONDS)
        publisher.order(made.threads[:1], SAID, RATE)
        server.process.kill()
        cut = time.monotonic()
        server.process.wait()
        server.start()
        publisher.wait()
        back = seconds_until_heard(crowd, SAID * sockets, cut)
        after = quiet_share(server, base, cut)
        calm = time.monotonic() - cut
        publisher.order(made.threads[:1], 1, RATE, first=SAID)
        publisher.wait()
        seconds_until_heard(crowd, (SAID + 1) * sockets, time.monotonic())
        heard = crowd.leave(SAID + 1)
    publisher.stop()
    return Storm(heard, back, calm if is_quiet(after, base) else float("inf"), base, after)


def seconds_until_heard(crowd: Crowd, deliveries: int, since: float) -> float:
    """When everything had arrived; never, if it did not while anybody had patience."""
    while time.monotonic() - since < PATIENCE:
        if crowd.received() >= deliveries:
            return time.monotonic() - since
        time.sleep(0.2)
    return float("inf")


def quiet_share(server: Server, base: float, since: float) -> float:
    """The share of a processor over the last few seconds, once it is as quiet as before or nobody waits any longer."""
    while True:
        share = share_of(server, LOOK_SECONDS)
        if is_quiet(share, base) or time.monotonic() - since > PATIENCE:
            return share


def is_quiet(share: float, base: float) -> bool:
    return share <= base * MORE + HUNDREDTHS


def share_of(server: Server, seconds: float) -> float:
    """How much of one processor the server uses."""
    before, began = server.cpu_seconds(), time.monotonic()
    time.sleep(seconds)
    return (server.cpu_seconds() - before) / (time.monotonic() - began)
