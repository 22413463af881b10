"""What a benchmark prints: one line per target, then a table."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Report:
    """Collects targets and rows. `short` says whether any target was missed."""

    rows: list[tuple[str, str]] = field(default_factory=list)
    short: bool = False

    def target(self, name: str, measured: str, wanted: str, holds: bool) -> None:
        """Print one target's line, exactly as the promise about it reads."""
        self.short = self.short or not holds
        print(f"target {name} measured {measured} wanted {wanted} {'ok' if holds else 'short'}", flush=True)

    def row(self, what: str, value: str) -> None:
        """Keep a figure for the table."""
        self.rows.append((what, value))

    def table(self) -> None:
        width = max((len(what) for what, _ in self.rows), default=0)
        print()
        for what, value in self.rows:
            print(f"{what:<{width}}  {value}")


def times(ratio: float) -> str:
    return f"{ratio:.1f}x"


def median_of(runs: list, figure: Callable) -> float:
    """The middle of one figure over some runs."""
    values = sorted(figure(run) for run in runs)
    return values[len(values) // 2]
