"""Answers to our pings are known by sight, and nothing else is ever taken for one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uvicorn import Config
from uvicorn.server import ServerState
from websockets.frames import Frame, Opcode

from forum.live.protocol import PONG, LiveProtocol, ends_with_a_frame
from tests.forum.live.wire import Socket, Wire, on_a_loop

MASK = b"\x00\x00\x00\x00"
ANSWER = PONG + MASK


def text(words: str) -> bytes:
    return Frame(Opcode.TEXT, words.encode()).serialize(mask=True)


def test_an_answer_that_comes_alone_is_a_sign_of_life_and_is_not_parsed():
    def story() -> None:
        socket = Socket()
        socket.conn = None  # type: ignore[assignment]
        socket.look_for_life()
        socket.data_received(ANSWER)

        assert socket.silent_turns == 0

    on_a_loop(story)


def test_an_answer_beside_words_is_one_as_well():
    def story() -> None:
        socket = Socket()
        socket.look_for_life()
        socket.data_received(text("here") + ANSWER)

        assert (socket.said(), socket.silent_turns) == (["here"], 0)

    on_a_loop(story)


def test_what_looks_like_an_answer_within_words_stays_with_them():
    """The words hold the six bytes of an answer, and come in two pieces, the second of which is that."""
    words = ("x" * 10).encode() + ANSWER
    frame = bytes([0x82, 0x80 | len(words)]) + MASK + words

    def story() -> None:
        socket = Socket()
        socket.look_for_life()
        socket.data_received(frame[: -len(ANSWER)])
        socket.data_received(ANSWER)
        heard = socket.queue.get_nowait()["bytes"]
        socket.data_received(text("and on"))

        assert (heard, socket.said(), socket.silent_turns) == (words, ["and on"], 1)

    on_a_loop(story)


def test_after_a_piece_of_a_frame_all_is_parsed():
    def story() -> None:
        socket, frame = Socket(), text("in two pieces")
        socket.data_received(frame[:5])
        socket.data_received(frame[5:])
        socket.look_for_life()
        socket.data_received(ANSWER)

        assert (socket.said(), socket.silent_turns) == (["in two pieces"], 0)

    on_a_loop(story)


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=200)), max_size=8), st.lists(st.integers(0, 2000), max_size=6))
def test_however_it_is_cut_all_that_is_said_is_heard(said, cuts):
    """None stands for an answer between the words."""
    whole = b"".join(ANSWER if words is None else text(words) for words in said)
    places = [0, *sorted(cut for cut in cuts if cut < len(whole)), len(whole)]

    def story() -> None:
        socket = Socket()
        for at, end in pairwise(places):
            socket.data_received(whole[at:end])

        assert socket.said() == [words for words in said if words is not None]

    on_a_loop(story)


def test_where_frames_end():
    assert ends_with_a_frame(ANSWER) and ends_with_a_frame(text("a") + ANSWER) and ends_with_a_frame(b"")
    assert not any(map(ends_with_a_frame, (ANSWER[:1], ANSWER[:5], ANSWER + b"\x8a", text("x" * 126))))


HANDSHAKE = (
    "GET /m/live/socket/somewhere/ HTTP/1.1",
    "Host: localhost",
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
)


@pytest.mark.parametrize(("lines", "is_up"), [(HANDSHAKE, True), (HANDSHAKE[:-1], False)])
def test_answers_are_known_by_sight_from_a_good_handshake_on(lines, is_up):
    async def app(scope, receive, send) -> None:
        await receive()

    def story() -> None:
        config = Config(app, log_config=None, lifespan="off", ws=LiveProtocol)
        config.load()
        socket = LiveProtocol(config=config, server_state=ServerState(), app_state={})
        socket.connection_made(Wire())
        socket.data_received("\r\n".join((*lines, "", "")).encode())

        assert socket.is_between_frames is is_up

    on_a_loop(story)
