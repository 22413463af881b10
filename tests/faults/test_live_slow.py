"""A page that stops reading over a real wire: it is let go, its neighbour notices nothing, and it comes back whole."""

import json
import socket
from uuid import uuid4

import pytest
from django.utils import timezone
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from forum.talk.actions.message import post_message
from tests.factories.forum import make_thread
from tests.faults.conversation import MARK, Listener, Person

# More than the wire (some 4 MiB), the server's buffer and what may be missed (1 MiB or 256 messages) hold together.
MANY = 800
LONG = "Much was said that day, and all of it mattered. " * 160
A_LITTLE, A_LOT = 4096, 4 * 1024 * 1024
SLOW = 1013


def dial_slowly(person, web, after):
    """A socket whose own side takes in a few kilobytes only, until somebody reads."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, A_LITTLE)
    line.connect(("127.0.0.1", web.port))
    address = f"ws://localhost:{web.port}/m/live/socket/{person.space}/?after={after}"
    headers = {"Cookie": f"sessionid={person.cookie}"}
    # It asks for no sign of life either: its own patience must not be what ends the line.
    options = {"additional_headers": headers, "sock": line, "max_queue": 1, "open_timeout": 20, "ping_interval": None}
    return connect(address, origin=f"http://localhost:{web.port}", **options)


def drain(line):
    """Marks, the last cursor, and the code with which the server let it go; None where all came and it stays open."""
    line.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, A_LOT)
    heard, cursor = [], ""
    try:
        while len(heard) < MANY:
            frame = json.loads(line.recv(timeout=20))
            if frame["kind"] == "message":
                heard.append(MARK.search(frame["html"])[0])
                cursor = frame["cursor"]
    except ConnectionClosed as closed:
        return heard, cursor, closed.rcvd and closed.rcvd.code
    return heard, cursor, None


def say_much(thread, by):
    for number in range(MANY):
        body = f"mark-m-{number} {LONG}"
        post_message(by=by.viewer, thread=thread, body=body, key=uuid4(), at=timezone.now())


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("house_of", "code"),
    [("with_long_goodbye", SLOW), ("without_lag_bounds", None), ("without_high_water", None)],
)
def test_who_stops_reading_is_let_go_and_comes_back_whole(house, ada, bola, cem, house_of, code):
    house.extra["DJANGO_SETTINGS_MODULE"] = f"tests.faults.{house_of}"
    thread, web = make_thread(ada.viewer, body="mark-start-0"), house.start_web()
    slow, quick = Person.of(bola, "b", thread), Person.of(cem, "c", thread)
    start = slow.cursor(web)
    neighbour = Listener(quick, [web])
    marks = [f"mark-m-{number}" for number in range(MANY)]

    with dial_slowly(slow, web, start) as line:
        say_much(thread, ada)
        assert neighbour.has_heard(set(marks), 90)
        heard, cursor, let_go_with = drain(line)

    neighbour.stop()
    assert neighbour.heard == marks
    assert heard == marks[: len(heard)]
    assert (let_go_with, len(heard) < MANY) == (code, code is not None)
    assert [*heard, *slow.everything(web, cursor or start)] == marks
