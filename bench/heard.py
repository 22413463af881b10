"""Who sits where, and what they heard."""

from dataclasses import dataclass, field


@dataclass
class Seat:
    """Where one listener sits: path, cookie, and how long they rest after each read."""

    path: str
    cookie: str = ""
    slow: float = 0.0


@dataclass
class Heard:
    """What a crowd heard, summed up. `cuts`: how often its listeners cut their own lines."""

    lost: int = 0
    doubled: int = 0
    unordered: int = 0
    received: int = 0
    cuts: int = 0
    late: list[int] = field(default_factory=list)
    closes: list[int] = field(default_factory=list)

    def add(self, other: "Heard") -> None:
        self.lost += other.lost
        self.doubled += other.doubled
        self.unordered += other.unordered
        self.received += other.received
        self.cuts += other.cuts
        self.late += other.late
        self.closes += other.closes

    def late_ms(self, share: float) -> float:
        """How late, in milliseconds, at a share of all deliveries: 0.5, 0.99."""
        return at_share(self.late, share) / 1e6

    @property
    def faults(self) -> int:
        return self.lost + self.doubled + self.unordered


def at_share(figures: list, share: float) -> float:
    """The figure below which that share of all of them lies; without any, nothing is good enough."""
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("inf")
