"""Where threads wait for each other between a look and a write, so that a guard that is gone is missed every time."""

import threading
from collections.abc import Callable

PATIENCE_SECONDS = 30


def meeting_of(count: int) -> Callable[[], None]:
    """A function that returns once `count` threads have called it; whoever comes after that does not wait."""
    gate, is_over = threading.Barrier(count, timeout=PATIENCE_SECONDS), threading.Event()

    def meet() -> None:
        if not is_over.is_set():
            gate.wait()
            is_over.set()

    return meet
