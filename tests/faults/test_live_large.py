"""More than a page may send up, in pieces: the line is closed, and the house keeps none of it."""

from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from forum.live.limits import FRAME_BYTES
from tests.factories.forum import make_thread
from tests.faults.conversation import Listener, Person
from tests.faults.lines import dial

# None is too large by itself; together they are, by one.
PIECES = [*("x" * 8 * 1024 for _ in range(FRAME_BYTES // (8 * 1024))), "x"]
PAGE = 4096
MOST_MORE = 5 * 1024 * 1024
TOO_BIG = 1009


def memory_of(web) -> int:
    return int(Path(f"/proc/{web.process.pid}/statm").read_text().split()[1]) * PAGE


def send_in_pieces(person, web) -> int | None:
    """The code with which the server closes."""
    with dial(person, web) as line:
        try:
            line.send(PIECES)
            while True:
                line.recv(timeout=20)
        except ConnectionClosed as closed:
            return closed.rcvd and closed.rcvd.code


@pytest.mark.timeout(120)
def test_pieces_of_too_large_a_message_close_their_line_and_take_no_memory(house, ada, bola):
    thread, web = make_thread(ada.viewer, body="mark-start-0"), house.start_web()
    person = Person.of(ada, "a", thread)
    neighbour = Listener(Person.of(bola, "b", thread), [web])
    assert FRAME_BYTES == 64 * 1024
    # Until the process has taken from the machine what it needs to work with.
    codes = {send_in_pieces(person, web) for _ in range(240)}
    before = memory_of(web)

    # Kept, their pieces would be more than may be: six megabytes and a half.
    codes |= {send_in_pieces(person, web) for _ in range(100)}

    assert codes == {TOO_BIG}
    assert memory_of(web) - before <= MOST_MORE
    assert person.post(web, "mark-a-0", "5ad2b5c6-8a3c-4c61-9f8e-0d3b5a1c7e11") == 200
    assert neighbour.has_heard({"mark-a-0"}, 10)
    neighbour.stop()
