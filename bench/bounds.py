"""What `./bali bench live` holds the house to: at first, and in the end."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Bounds:
    """What is promised of each target: ratios, milliseconds, deliveries a second, kilobytes."""

    on_uvicorn: float
    on_daphne: float
    share: float
    late: float
    rate: int
    crowd_late: float
    beside_slow: float
    beside_lag: float
    idle: int
    many_rooms: float


FIRST = Bounds(6, 10, 0.25, math.inf, 10_000, math.inf, 2, math.inf, 60, 1)
FULL = Bounds(15, 25, 0.125, 100, 30_000, 150, 1.5, 2, 40, 1.5)
BOUNDS = {False: FIRST, True: FULL}
