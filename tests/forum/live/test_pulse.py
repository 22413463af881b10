"""Signs of life, beat by beat: no clock runs here."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from websockets.protocol import State
from websockets.server import ServerProtocol

from forum.live.limits import SILENT_TURNS
from forum.live.protocol import PING, LiveProtocol
from forum.live.pulse import Pulse

BEATS = 4


@dataclass(eq=False)
class Line:
    """Counts how often it is looked at."""

    looks: int = 0

    def look_for_life(self) -> None:
        self.looks += 1


@dataclass
class Wire:
    """A transport that writes down what goes out."""

    written: list[bytes] = field(default_factory=list)
    is_cut: bool = False

    def write(self, data: bytes) -> None:
        self.written.append(data)

    def is_closing(self) -> bool:
        return self.is_cut

    def close(self) -> None:
        self.is_cut = True

    abort = close


class Socket(LiveProtocol):
    """The house's own protocol class on a wire of our own, past its handshake."""

    def __init__(self) -> None:
        self.transport = Wire()  # type: ignore[assignment]
        self.loop = asyncio.get_running_loop()
        self.writable = asyncio.Event()
        self.writable.set()
        self.conn = ServerProtocol()
        self.conn.state = State.OPEN
        self.logger, self.client = logging.getLogger(__name__), None
        self.close_sent = self.disconnected = False
        self.silent_turns, self.was_told, self.is_full = 0, False, False

    @property
    def has_ended(self) -> bool:
        return self.transport.is_closing() and self.conn.close_sent is not None


def on_a_loop(work: Callable[[], None]) -> None:
    async def run() -> None:
        work()

    asyncio.run(run())


def test_everybody_is_looked_at_once_a_turn_and_not_all_at_once():
    def story() -> None:
        pulse, lines = Pulse(turn=3600, beats=BEATS), [Line() for _ in range(2 * BEATS)]
        for line in lines:
            pulse.join(line)
        looks = [0]
        for _ in range(BEATS):
            pulse.beat()
            looks.append(sum(line.looks for line in lines))

        assert [after - before for before, after in pairwise(looks)] == [2] * BEATS
        assert [line.looks for line in lines] == [1] * len(lines)

    on_a_loop(story)


def test_who_left_is_not_looked_at():
    def story() -> None:
        pulse, gone, here = Pulse(turn=3600, beats=1), Line(), Line()
        pulse.join(gone)
        pulse.join(here)
        pulse.leave(gone)
        pulse.beat()

        assert (gone.looks, here.looks) == (0, 1)

    on_a_loop(story)


def test_one_who_leaves_during_a_beat_is_still_looked_at_and_no_other_is_missed():
    def story() -> None:
        pulse, other = Pulse(turn=3600, beats=1), Line()

        class Leaver(Line):
            def look_for_life(self) -> None:
                super().look_for_life()
                pulse.leave(self)

        leaver = Leaver()
        pulse.join(leaver)
        pulse.join(other)
        pulse.beat()
        pulse.beat()

        assert (leaver.looks, other.looks) == (1, 2)

    on_a_loop(story)


def test_one_that_cannot_be_looked_at_stops_nobody_elses_pulse():
    def story() -> None:
        pulse, broken, other = Pulse(turn=3600, beats=1), object(), Line()
        pulse.join(broken)  # type: ignore[arg-type]
        pulse.join(other)
        pulse.beat()
        pulse.beat()

        assert other.looks == 2

    on_a_loop(story)


def test_a_quiet_socket_is_asked_every_turn_and_stays_while_it_answers():
    def story() -> None:
        socket = Socket()
        for _ in range(5):
            socket.look_for_life()
            socket.handle_pong(None)  # type: ignore[arg-type]

        assert (socket.transport.written, socket.has_ended) == ([PING] * 5, False)

    on_a_loop(story)


def test_a_socket_that_is_told_things_is_asked_every_other_turn():
    def story() -> None:
        socket = Socket()
        for turn in range(4):
            socket.put(b"news")
            socket.look_for_life()
            if turn % 2:
                socket.handle_pong(None)  # type: ignore[arg-type]

        assert socket.transport.written == [b"news", b"news", PING, b"news", b"news", PING]

    on_a_loop(story)


def test_a_socket_without_a_sign_of_life_ends_within_three_turns_told_or_not():
    def story(told: bool) -> None:
        socket = Socket()
        for turn in range(1, SILENT_TURNS + 1):
            if told:
                socket.put(b"news")
            socket.look_for_life()
            assert socket.has_ended is (turn == SILENT_TURNS)

    on_a_loop(lambda: story(told=False))
    on_a_loop(lambda: story(told=True))
