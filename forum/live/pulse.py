"""One pulse for all sockets of a process: finds those whose other end has gone, and keeps the others from being cut.

A timer and a wake-up for each socket, every few seconds, cost more than a quiet room's messages do. So each beat looks
at a share of them, and every socket is looked at once a turn.
"""

import asyncio
import logging
from itertools import count
from typing import Protocol

from forum.live.limits import PULSE_BEATS, PULSE_SECONDS

logger = logging.getLogger("bali.live.pulse")


class Line(Protocol):
    """What can be looked at."""

    def look_for_life(self) -> None:
        """Ask for a sign of life, or end where none came."""


class Pulse:
    """Lines join when they are up and leave when they end. It beats only while there is somebody."""

    def __init__(self, turn: float = PULSE_SECONDS, beats: int = PULSE_BEATS) -> None:
        self._pause = turn / beats
        self._beats: list[dict[Line, None]] = [{} for _ in range(beats)]
        self._next_place, self._next_beat = count(), 0
        self._timer: asyncio.TimerHandle | None = None

    def join(self, line: Line) -> None:
        """Each after the other gets another beat, so that a crowd that comes at once is not looked at at once."""
        self._beats[next(self._next_place) % len(self._beats)][line] = None
        if self._timer is None:
            self._wait()

    def leave(self, line: Line) -> None:
        for lines in self._beats:
            lines.pop(line, None)

    def _wait(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(self._pause, self.beat)

    def beat(self) -> None:
        """Look at the next share of the lines, and wait for the beat after."""
        for line in list(self._beats[self._next_beat]):
            try:
                line.look_for_life()
            except Exception as error:
                # One line that cannot be looked at leaves; the others are looked at all the same.
                logger.warning("look_failed", extra={"reason": type(error).__name__})
                self.leave(line)
        self._next_beat = (self._next_beat + 1) % len(self._beats)
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if any(self._beats):
            self._wait()


pulse = Pulse()
