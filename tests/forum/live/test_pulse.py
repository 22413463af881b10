"""Signs of life, beat by beat: no clock runs here."""

from dataclasses import dataclass
from itertools import pairwise

from forum.live.limits import SILENT_TURNS
from forum.live.protocol import PING
from forum.live.pulse import Pulse
from tests.forum.live.wire import Socket, on_a_loop

BEATS = 4


@dataclass(eq=False)
class Line:
    """Counts how often it is looked at."""

    looks: int = 0

    def look_for_life(self) -> None:
        self.looks += 1


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
